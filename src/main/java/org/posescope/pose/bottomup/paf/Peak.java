package org.posescope.pose.bottomup.paf;

/**
 * A place where a point of a body may be.
 *
 * @param x     pixel of the enlarged heatmap
 * @param y     pixel of the enlarged heatmap
 * @param score height of the heatmap, usually 0..1
 * @param id    unique in its frame, from 0 in the order of the parts
 */
record Peak(int x, int y, float score, int id) {}
