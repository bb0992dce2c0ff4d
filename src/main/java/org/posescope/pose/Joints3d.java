package org.posescope.pose;

import java.util.List;

/** The 3D points of one person in the order of {@link Skeleton#names}, relative to the middle of the hips. */
public record Joints3d(Skeleton skeleton, List<Joint> joints) {
    public Joints3d {
        joints = List.copyOf(joints);
        skeleton.requireSize(joints.size());
    }

    /** The points of somebody of another size. */
    public Joints3d scaled(float factor) {
        return new Joints3d(skeleton, joints.stream()
                .map(each -> new Joint(factor * each.x(), factor * each.y(), factor * each.z(), each.score()))
                .toList());
    }
}
