package org.posescope.record.motion;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * The pose of one body at one moment.
 *
 * @param rotations 24 unit quaternions relative to the parent in the order of {@link org.posescope.pose.Skeletons#SMPL24},
 *                  first that of the pelvis in the world
 * @param pelvis    where the first joint is, metres, in the world
 */
public record MotionFrame(List<Rotation> rotations, Vec3 pelvis) {
    public MotionFrame {
        rotations = List.copyOf(rotations);
    }
}
