package org.posescope.workshop.lift.sample;

/**
 * Landmarks of somebody in a picture and their truth in space, in the order of
 * {@link org.posescope.body.lift.LiftedLandmarks#NAMES}.
 *
 * @param slopes  x and y of each: tangents of the angles from the camera's axis
 * @param scores  0..1
 * @param inside  whether it lies in the picture
 * @param points  x, y, z of each, camera frame, metres
 * @param joints  x, y, z of the joints of SMPL-24 likewise
 * @param subject whose pose it is
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Look(float[] slopes, float[] scores, boolean[] inside, float[] points, float[] joints, int subject) {}
