package org.posescope.workshop.lift.train;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.posescope.body.lift.LiftInput;
import org.posescope.body.lift.LiftedLandmarks;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Skeletons;
import org.posescope.workshop.lift.sample.Look;

/** Writes looks as the numbers that go into the lifter and those that should come out of it. */
final class LookEncoder {
    static final int INPUTS = LiftInput.SIZE;
    static final int POINTS = LiftedLandmarks.COUNT + Skeletons.SMPL24.size();
    static final int OUTPUTS = 3 * POINTS;

    /** So often a look has no hands and feet, as those of skeletons that end at wrists and ankles. */
    private static final double ENDS_AT_WRISTS = 0.2;
    private static final double FOCAL_ERROR = 0.05;
    private static final int[] BEYOND_WRISTS = IntStream.range(0, LiftedLandmarks.COUNT)
            .filter(i -> LiftedLandmarks.NAMES.get(i).matches(".*_(index|pinky|heel)")).toArray();

    private LookEncoder() {}

    /** As it is. */
    static void encode(Look look, float[] inputs, float[] targets, int row) {
        put(look, LiftInput.of(slopes(look, 1), look.scores(), look.inside()), false, inputs, targets, row);
    }

    /** Varied: in a mirror, with another focal length, without hands and feet. */
    static void encode(Look look, RandomGenerator random, float[] inputs, float[] targets, int row) {
        float[] scores = look.scores().clone();
        if (random.nextDouble() < ENDS_AT_WRISTS) {
            for (int i : BEYOND_WRISTS) {
                scores[i] = -1;
            }
        }
        double[] slopes = slopes(look, Math.exp(random.nextGaussian(0, FOCAL_ERROR)));
        put(look, LiftInput.of(slopes, scores, look.inside()), random.nextBoolean(), inputs, targets, row);
    }

    private static double[] slopes(Look look, double factor) {
        double[] slopes = new double[look.slopes().length];
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = factor * look.slopes()[k];
        }
        return slopes;
    }

    private static void put(Look look, LiftInput input, boolean mirrored, float[] inputs, float[] targets, int row) {
        System.arraycopy(mirrored ? input.mirrored() : input.vector(), 0, inputs, row * INPUTS, INPUTS);
        Rotation own = input.toCamera().inverse();
        Vec3 hips = at(look.points(), LiftedLandmarks.index("left_hip"))
                .lerp(at(look.points(), LiftedLandmarks.index("right_hip")), 0.5);
        for (int i = 0; i < POINTS; i++) {
            Vec3 place = own.apply(place(look, mirrored ? mirrored(i) : i).minus(hips));
            targets[row * OUTPUTS + 3 * i] = (float) (mirrored ? -place.x() : place.x());
            targets[row * OUTPUTS + 3 * i + 1] = (float) place.y();
            targets[row * OUTPUTS + 3 * i + 2] = (float) place.z();
        }
    }

    private static Vec3 place(Look look, int point) {
        return point < LiftedLandmarks.COUNT
                ? at(look.points(), point)
                : at(look.joints(), point - LiftedLandmarks.COUNT);
    }

    private static Vec3 at(float[] xyz, int index) {
        return new Vec3(xyz[3 * index], xyz[3 * index + 1], xyz[3 * index + 2]);
    }

    private static int mirrored(int point) {
        return point < LiftedLandmarks.COUNT
                ? LiftedLandmarks.mirrored(point)
                : LiftedLandmarks.COUNT + Skeletons.SMPL24.mirror(point - LiftedLandmarks.COUNT);
    }
}
