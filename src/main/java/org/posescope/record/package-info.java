/**
 * What leaves the program: annotated pictures as a video or as numbered images, and motion as JSON Lines. Every way out is a
 * {@link org.posescope.record.FrameOutput}; {@link org.posescope.record.RecordingThread} puts a queue and a thread in front of
 * a slow one.
 */
package org.posescope.record;
