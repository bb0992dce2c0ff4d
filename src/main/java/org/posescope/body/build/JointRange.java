package org.posescope.body.build;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a joint turns, as three rotations in degrees from the T-pose about the world's axes, applied x first, then z, then y. For the
 * left side and the middle; what people can do, with some margin.
 */
record JointRange(double fromX, double toX, double fromY, double toY, double fromZ, double toZ) {

    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};

    static JointRange of(int joint) {
        return switch (joint) {
            case 3, 6, 9 -> new JointRange(-30, 45, -35, 35, -30, 30);
            case SmplJoints.NECK, SmplJoints.HEAD -> new JointRange(-40, 45, -50, 50, -35, 35);
            case SmplJoints.LEFT_COLLAR -> new JointRange(-15, 15, -25, 25, -20, 40);
            case SmplJoints.LEFT_SHOULDER -> new JointRange(-80, 80, -110, 40, -85, 85);
            case SmplJoints.LEFT_ELBOW -> new JointRange(-80, 80, -145, 10, -12, 12);
            case SmplJoints.LEFT_WRIST -> new JointRange(-75, 75, -35, 35, -75, 75);
            case SmplJoints.LEFT_HAND -> new JointRange(-10, 10, -15, 15, -80, 25);
            case SmplJoints.LEFT_HIP -> new JointRange(-125, 35, -45, 45, -25, 65);
            case SmplJoints.LEFT_KNEE -> new JointRange(-5, 145, -15, 15, -8, 8);
            case SmplJoints.LEFT_ANKLE -> new JointRange(-35, 50, -25, 25, -25, 25);
            case SmplJoints.LEFT_FOOT -> new JointRange(-45, 35, -10, 10, -10, 10);
            case SmplJoints.RIGHT_HIP -> of(SmplJoints.LEFT_HIP).mirrored();
            default -> throw new IllegalArgumentException("no range for joint " + joint);
        };
    }

    /** The same range on the other side of the body. */
    private JointRange mirrored() {
        return new JointRange(fromX, toX, -toY, -fromY, -toZ, -fromZ);
    }

    /**
     * Rotations spread evenly over the range (Halton's sequence).
     *
     * @param dimension the first of the three dimensions of the sequence to use, so that joints can be sampled independently
     */
    List<Rotation> samples(int count, int dimension) {
        List<Rotation> samples = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            double x = fromX + halton(k, PRIMES[dimension]) * (toX - fromX);
            double y = fromY + halton(k, PRIMES[dimension + 1]) * (toY - fromY);
            double z = fromZ + halton(k, PRIMES[dimension + 2]) * (toZ - fromZ);
            samples.add(Rotation.about(Vec3.Y, Math.toRadians(y)).times(Rotation.about(Vec3.Z, Math.toRadians(z)))
                    .times(Rotation.about(Vec3.X, Math.toRadians(x))));
        }
        return samples;
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
