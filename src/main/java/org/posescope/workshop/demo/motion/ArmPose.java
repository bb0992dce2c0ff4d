package org.posescope.workshop.demo.motion;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.SmplJoints;

/**
 * How an arm is held against the chest, radians; all 0 hangs straight down, palm to the thigh.
 *
 * @param raise   to the side
 * @param swing   then forward
 * @param twist   of the upper arm, outwards
 * @param elbow   bent
 * @param palm    turned back by the forearm
 * @param fingers bent
 */
record ArmPose(double raise, double swing, double twist, double elbow, double palm, double fingers) {
    private static final double HANGING = Math.PI / 2;
    /** From here on the shoulder blade lifts with the arm (Inman, Saunders and Abbott 1944). */
    private static final double BLADE_FROM = Math.toRadians(40);
    private static final double BLADE_SHARE = 0.25;

    static ArmPose degrees(double raise, double swing, double twist, double elbow, double palm, double fingers) {
        return new ArmPose(Math.toRadians(raise), Math.toRadians(swing), Math.toRadians(twist), Math.toRadians(elbow),
                Math.toRadians(palm), Math.toRadians(fingers));
    }

    /** Part of the way to another pose. */
    ArmPose toward(ArmPose other, double share) {
        return new ArmPose(raise + share * (other.raise - raise), swing + share * (other.swing - swing),
                twist + share * (other.twist - twist), elbow + share * (other.elbow - elbow),
                palm + share * (other.palm - palm), fingers + share * (other.fingers - fingers));
    }

    ArmPose plus(ArmPose other) {
        return new ArmPose(raise + other.raise, swing + other.swing, twist + other.twist, elbow + other.elbow,
                palm + other.palm, fingers + other.fingers);
    }

    /** Sets the arm's joints in a pose of SMPL's tree, rotations relative to the parent. */
    void put(Side side, Rotation[] pose) {
        double blade = BLADE_SHARE * Math.max(0, raise - BLADE_FROM);
        Rotation arm = Rotation.about(Vec3.X, -swing).times(Rotation.about(Vec3.Z, raise - blade - HANGING))
                .times(Rotation.about(Vec3.X, -twist));
        put(side, pose, SmplJoints.LEFT_COLLAR, Rotation.about(Vec3.Z, blade));
        put(side, pose, SmplJoints.LEFT_SHOULDER, arm);
        put(side, pose, SmplJoints.LEFT_ELBOW, Rotation.about(Vec3.Y, -elbow));
        put(side, pose, SmplJoints.LEFT_WRIST, Rotation.about(Vec3.X, palm));
        put(side, pose, SmplJoints.LEFT_HAND, Rotation.about(Vec3.Z, -fingers));
    }

    private static void put(Side side, Rotation[] pose, int left, Rotation rotation) {
        pose[side.joint(left)] = side == Side.LEFT ? rotation : rotation.mirrored();
    }
}
