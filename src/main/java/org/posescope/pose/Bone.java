package org.posescope.pose;

/** A line between two points of a skeleton, by their positions in {@link Skeleton#names}. */
public record Bone(int from, int to) {}
