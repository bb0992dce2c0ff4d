package org.posescope.pose.bottomup.embedding;

/**
 * A place where a point of somebody's body may be.
 *
 * @param row    of the map
 * @param column likewise
 * @param heat   how likely it is, usually 0..1
 * @param tag    of the body that the point would belong to
 */
record TaggedPeak(int row, int column, float heat, float tag) {}
