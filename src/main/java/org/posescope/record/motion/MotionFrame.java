package org.posescope.record.motion;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * The pose of one body at one moment.
 *
 * @param rotations  a unit quaternion a joint of the body model, relative to the parent, first that of the pelvis in the world
 * @param pelvis     where the first joint is, metres, in the world
 * @param expression components of the face's expression; 10, or none where the face is stiff
 */
public record MotionFrame(List<Rotation> rotations, Vec3 pelvis, List<Float> expression) {
    public MotionFrame {
        rotations = List.copyOf(rotations);
        expression = List.copyOf(expression);
    }

    /** A pose of a body with a stiff face. */
    public MotionFrame(List<Rotation> rotations, Vec3 pelvis) {
        this(rotations, pelvis, List.of());
    }

    /** The same fingers and face elsewhere. */
    MotionFrame moved(List<Rotation> newRotations, Vec3 newPelvis) {
        return new MotionFrame(newRotations, newPelvis, expression);
    }
}
