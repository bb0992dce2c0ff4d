/** The video writer: encoders, containers, sound, and the choice between a video and numbered images. */
package org.posescope.record.video;
