/**
 * Motion of bodies over a whole run, and the files that animation and research programs read it from. Everything here is in
 * the world of {@link org.posescope.record.motion.Motion}: metres, x right, y up, z towards the camera.
 */
package org.posescope.record.motion;
