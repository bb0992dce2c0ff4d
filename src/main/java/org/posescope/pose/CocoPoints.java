package org.posescope.pose;

import java.util.Arrays;

/** The COCO keypoints among the points of another skeleton: those of the same names. */
public final class CocoPoints {
    private final int[] sources;

    /** @throws IllegalArgumentException when the skeleton has not all of them */
    public CocoPoints(Skeleton skeleton) {
        sources = Skeletons.COCO17.names().stream().mapToInt(skeleton::index).toArray();
    }

    public Keypoints of(Keypoints points) {
        return new Keypoints(Skeletons.COCO17, Arrays.stream(sources).mapToObj(points.points()::get).toList());
    }
}
