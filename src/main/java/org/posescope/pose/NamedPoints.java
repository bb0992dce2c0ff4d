package org.posescope.pose;

import java.util.Arrays;

/** The points of a skeleton among those of another one that has them all: those of the same names. */
public final class NamedPoints {
    private final Skeleton wanted;
    private final int[] sources;

    /** @throws IllegalArgumentException when the other skeleton has not all of them */
    public NamedPoints(Skeleton from, Skeleton wanted) {
        this.wanted = wanted;
        this.sources = wanted.names().stream().mapToInt(from::index).toArray();
    }

    public Keypoints of(Keypoints points) {
        return new Keypoints(wanted, Arrays.stream(sources).mapToObj(points.points()::get).toList());
    }
}
