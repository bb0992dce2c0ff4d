package org.posescope.workshop.body.skin;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.makehuman.SmplJoints;

/**
 * How far a joint turns, in degrees from the T-pose: about x, then about z, then about y of the world. What people can do,
 * with some margin.
 */
record JointRange(double fromX, double toX, double fromY, double toY, double fromZ, double toZ) {
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};

    /** Of a joint of the left side or the middle, or the right hip. */
    static JointRange of(int joint) {
        return switch (joint) {
            case SmplJoints.SPINE1, SmplJoints.SPINE2, SmplJoints.SPINE3 -> new JointRange(-30, 45, -35, 35, -30, 30);
            case SmplJoints.NECK, SmplJoints.HEAD -> new JointRange(-40, 45, -50, 50, -35, 35);
            case SmplJoints.LEFT_COLLAR -> new JointRange(-15, 15, -25, 25, -20, 40);
            case SmplJoints.LEFT_SHOULDER -> new JointRange(-80, 80, -110, 40, -85, 85);
            case SmplJoints.LEFT_ELBOW -> new JointRange(-80, 80, -145, 10, -12, 12);
            case SmplJoints.LEFT_WRIST -> new JointRange(-75, 75, -35, 35, -75, 75);
            case SmplJoints.LEFT_HAND -> new JointRange(-10, 10, -15, 15, -80, 25);
            case SmplJoints.LEFT_HIP -> new JointRange(-125, 35, -45, 45, -25, 65);
            case SmplJoints.RIGHT_HIP -> of(SmplJoints.LEFT_HIP).mirrored();
            case SmplJoints.LEFT_KNEE -> new JointRange(-5, 145, -15, 15, -8, 8);
            case SmplJoints.LEFT_ANKLE -> new JointRange(-35, 50, -25, 25, -25, 25);
            case SmplJoints.LEFT_FOOT -> new JointRange(-45, 35, -10, 10, -10, 10);
            default -> throw new IllegalArgumentException("no range for joint " + joint);
        };
    }

    /** Of a joint of the left side or the middle of a rig, or the right hip. */
    static JointRange of(Rig rig, int joint) {
        return rig.leftFingerJoints().anyMatch(finger -> finger == joint) ? ofFinger(rig.name(joint)) : of(joint);
    }

    /** The left fingers point along x, palm down: they bend about -z. The thumb's axes are oblique. */
    private static JointRange ofFinger(String name) {
        if (name.contains("thumb")) {
            return name.endsWith("1")
                    ? new JointRange(-45, 45, -45, 45, -45, 45)
                    : new JointRange(-40, 40, -50, 50, -60, 40);
        }
        return switch (name.charAt(name.length() - 1)) {
            case '1' -> new JointRange(-10, 10, -22, 22, -95, 30);
            case '2' -> new JointRange(-5, 5, -5, 5, -115, 8);
            default -> new JointRange(-5, 5, -5, 5, -85, 12);
        };
    }

    private JointRange mirrored() {
        return new JointRange(fromX, toX, -toY, -fromY, -toZ, -fromZ);
    }

    /**
     * Rotations spread evenly over the range (Halton, "On the efficiency of certain quasi-random sequences of points", 1960).
     *
     * @param dimension the first of three dimensions of the sequence, so that several joints are sampled independently; 0 or 3
     */
    List<Rotation> samples(int count, int dimension) {
        List<Rotation> samples = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            double x = between(fromX, toX, halton(k, PRIMES[dimension]));
            double y = between(fromY, toY, halton(k, PRIMES[dimension + 1]));
            double z = between(fromZ, toZ, halton(k, PRIMES[dimension + 2]));
            samples.add(Rotation.about(Vec3.Y, y).times(Rotation.about(Vec3.Z, z)).times(Rotation.about(Vec3.X, x)));
        }
        return samples;
    }

    private static double between(double fromDegrees, double toDegrees, double share) {
        return Math.PI / 180 * (fromDegrees + share * (toDegrees - fromDegrees));
    }

    private static double halton(int index, int prime) {
        double result = 0;
        double digit = 1;
        for (int rest = index; rest > 0; rest /= prime) {
            digit /= prime;
            result += digit * (rest % prime);
        }
        return result;
    }
}
