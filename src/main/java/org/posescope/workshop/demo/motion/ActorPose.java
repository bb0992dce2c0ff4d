package org.posescope.workshop.demo.motion;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * A pose in the world.
 *
 * @param pelvis    where the pelvis joint is
 * @param rotations of SMPL's 24 joints against their parents, that of the pelvis against the world
 */
public record ActorPose(Vec3 pelvis, List<Rotation> rotations) {
    public ActorPose {
        rotations = List.copyOf(rotations);
    }
}
