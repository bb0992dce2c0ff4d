package org.posescope.pose;

import java.util.List;

/** The 3D points of one person in the order of {@link Skeleton#names}, relative to the middle of the hips. */
public record Joints3d(Skeleton skeleton, List<Joint> joints) {
    public Joints3d {
        joints = List.copyOf(joints);
        skeleton.requireSize(joints.size());
    }
}
