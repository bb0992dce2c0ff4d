package org.posescope.measure.angle;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;

/** The rotations of a body by the names of its joints; 24, in the order of {@link Skeletons#SMPL24}. */
record BodyTurns(List<Rotation> rotations) {
    private static final double QUARTER = Math.PI / 2;

    /** @throws IllegalArgumentException when there are not as many */
    BodyTurns {
        if (rotations.size() != BodyParameters.JOINTS) {
            throw new IllegalArgumentException(
                    "a body has " + BodyParameters.JOINTS + " rotations, not " + rotations.size());
        }
        rotations = List.copyOf(rotations);
    }

    /** The turn of the last of some joints that follow each other, relative to the parent of the first. */
    Rotation of(String... joints) {
        Rotation turn = Rotation.IDENTITY;
        for (String joint : joints) {
            turn = turn.times(rotations.get(Skeletons.SMPL24.index(joint)));
        }
        return turn;
    }

    Rotation trunk() {
        return of("spine1", "spine2", "spine3");
    }

    /** The turn of an upper arm relative to the trunk, from where it hangs. */
    Rotation upperArm(boolean left) {
        return of(side(left) + "collar", side(left) + "shoulder").times(hanging(left).inverse());
    }

    /** The turn of a joint beyond the shoulder, in the axes that the arm has where it hangs. */
    Rotation arm(boolean left, String joint) {
        return hanging(left).times(of(side(left) + joint)).times(hanging(left).inverse());
    }

    static String side(boolean left) {
        return left ? "left_" : "right_";
    }

    /** From the arms of a body that is not turned, which point sideways, to hanging ones. */
    private static Rotation hanging(boolean left) {
        return Rotation.about(Vec3.Z, left ? -QUARTER : QUARTER);
    }
}
