package org.posescope.workshop.lift.sample;

/**
 * One look of the pose network at somebody whose truth is known.
 *
 * @param landmarks 33 x (x, y, score): the landmarks as tangents from the camera's axis
 * @param inside    33, 1 where a landmark lies in the picture and 0 elsewhere
 * @param joints    24 x 3, the true joints, camera frame, metres
 * @param points    23 x 3, the true places of the landmarks on the body ({@link org.posescope.body.fit.PosedLandmarks})
 * @param subject   whose pose it is
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Sample(float[] landmarks, float[] inside, float[] joints, float[] points, int subject) {}
