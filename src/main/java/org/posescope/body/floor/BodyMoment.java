package org.posescope.body.floor;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * The pose of a body at a time.
 *
 * @param micros    presentation time
 * @param rotations 24, relative to the parent, first that of the pelvis in the camera frame
 * @param pelvis    where the first joint is, metres, camera frame
 */
public record BodyMoment(long micros, List<Rotation> rotations, Vec3 pelvis) {
    public BodyMoment {
        rotations = List.copyOf(rotations);
    }
}
