package org.posescope.pose;

/**
 * One hand of a person.
 *
 * @param presence 0..1, how sure the network is that a hand is there
 * @param points   {@link Skeletons#HAND21}; the score of each is the presence
 * @param world    the same points in metres, camera axes, origin in the middle of the hand (not of the hips)
 */
public record Hand(float presence, Keypoints points, Joints3d world) {}
