package org.posescope.body.hand;

import java.util.List;
import java.util.Optional;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;

/** How a hand hangs on its forearm. Immutable. */
final class Wrist {
    private static final List<Integer> LEFT_ARM = List.of(0, 3, 6, 9, 13, 16, 18);
    private static final List<Integer> RIGHT_ARM = List.of(0, 3, 6, 9, 14, 17, 19);
    private static final double MOST_SWING = Math.toRadians(80);
    private static final double MOST_TWIST = Math.toRadians(90);
    /** A hand that hangs on its arm like that is somebody else's, or seen wrongly. */
    private static final double IMPOSSIBLE = Math.toRadians(125);

    private final boolean left;

    Wrist(boolean left) {
        this.left = left;
    }

    /** The number of the joint among those of SMPL. */
    int joint() {
        return left ? 20 : 21;
    }

    /**
     * The rotation of the wrist that turns the palm so, within what wrists and forearms can do; empty where they cannot.
     *
     * @param palm in the axes of the camera
     */
    Optional<Rotation> turn(BodyParameters body, Rotation palm) {
        Rotation forearm = Rotation.IDENTITY;
        for (int joint : left ? LEFT_ARM : RIGHT_ARM) {
            forearm = forearm.times(rotation(body.rotations().get(joint)));
        }
        return limited(forearm.inverse().times(palm));
    }

    private static Optional<Rotation> limited(Rotation local) {
        double twist = local.twist(Vec3.X);
        Rotation swing = local.times(Rotation.about(Vec3.X, -twist));
        double angle = 2 * Math.atan2(Math.sqrt(swing.y() * swing.y() + swing.z() * swing.z()), Math.abs(swing.w()));
        if (angle > IMPOSSIBLE) {
            return Optional.empty();
        }
        Rotation possible = angle > MOST_SWING ? swing.share(MOST_SWING / angle) : swing;
        return Optional.of(possible.times(Rotation.about(Vec3.X, Math.clamp(twist, -MOST_TWIST, MOST_TWIST))));
    }

    static Rotation rotation(Quaternion q) {
        return new Rotation(q.w(), q.x(), q.y(), q.z());
    }
}
