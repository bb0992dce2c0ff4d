package org.posescope.pose;

import java.util.List;

/** The 2D points of one person in the order of {@link Skeleton#names}. */
public record Keypoints(Skeleton skeleton, List<Keypoint> points) {
    public Keypoints {
        points = List.copyOf(points);
        skeleton.requireSize(points.size());
    }
}
