package org.posescope.body.lift;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * What the lifter sees of a person: their landmarks as a camera sees them that looks straight at the middle of the hips and is turned so
 * that the torso is upright, in units of their spread. So the network needs to know neither where in the picture a person is nor how they
 * are turned in it.
 *
 * @param vector   {@link #SIZE} numbers: x and y of each landmark, its score, whether it lies in the picture, the logarithm of the spread,
 *                 sine and cosine of the turn; a landmark that is not known is 0
 * @param toCamera from the frame of that camera into the frame of the real one
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record LiftInput(float[] vector, Rotation toCamera) {
    private static final int COUNT = LiftedLandmarks.COUNT;
    private static final int SCORES = 2 * COUNT;
    private static final int INSIDE = 3 * COUNT;
    private static final int SPREAD = 4 * COUNT;
    private static final int TURN = SPREAD + 1;
    /** Numbers of a vector. */
    public static final int SIZE = TURN + 2;

    /** Of bodies some metres away it makes the logarithm of the spread small. */
    private static final float USUAL_SPREAD = 2;
    private static final double NEAREST = 1e-3;

    /**
     * Of landmarks in the order of {@link LiftedLandmarks#NAMES}.
     *
     * @param slopes x and y of each: tangents of the angles from the camera's axis
     * @param scores 0..1; negative for one that is not known
     * @param inside whether it lies in the picture
     */
    public static LiftInput of(double[] slopes, float[] scores, boolean[] inside) {
        Vec3 ray = mean(slopes, LiftedLandmarks.LEFT_HIP, LiftedLandmarks.RIGHT_HIP);
        Rotation toRay = Rotation.between(Vec3.Z, ray);
        Vec3 shoulders = toRay.inverse()
                .apply(mean(slopes, LiftedLandmarks.LEFT_SHOULDER, LiftedLandmarks.RIGHT_SHOULDER));
        double roll = Math.atan2(shoulders.x(), -shoulders.y());
        Rotation toCamera = toRay.times(Rotation.about(Vec3.Z, roll));
        Rotation fromCamera = toCamera.inverse();
        float[] vector = new float[SIZE];
        double squares = 0;
        int known = 0;
        for (int i = 0; i < COUNT; i++) {
            if (scores[i] >= 0) {
                Vec3 seen = fromCamera.apply(new Vec3(slopes[2 * i], slopes[2 * i + 1], 1));
                double z = Math.max(NEAREST, seen.z());
                vector[2 * i] = (float) (seen.x() / z);
                vector[2 * i + 1] = (float) (seen.y() / z);
                squares += (seen.x() * seen.x() + seen.y() * seen.y()) / (z * z);
                known++;
                vector[SCORES + i] = scores[i];
                vector[INSIDE + i] = inside[i] ? 1 : 0;
            }
        }
        double spread = Math.max(NEAREST, Math.sqrt(squares / known));
        for (int k = 0; k < SCORES; k++) {
            vector[k] /= (float) spread;
        }
        vector[SPREAD] = (float) Math.log(spread) + USUAL_SPREAD;
        vector[TURN] = (float) Math.sin(roll);
        vector[TURN + 1] = (float) Math.cos(roll);
        return new LiftInput(vector, toCamera);
    }

    private static Vec3 mean(double[] slopes, int a, int b) {
        return new Vec3((slopes[2 * a] + slopes[2 * b]) / 2, (slopes[2 * a + 1] + slopes[2 * b + 1]) / 2, 1);
    }

    /** What would be seen of the person in a mirror. */
    public float[] mirrored() {
        float[] mirror = vector.clone();
        for (int i = 0; i < COUNT; i++) {
            int other = LiftedLandmarks.mirrored(i);
            mirror[2 * i] = -vector[2 * other];
            mirror[2 * i + 1] = vector[2 * other + 1];
            mirror[SCORES + i] = vector[SCORES + other];
            mirror[INSIDE + i] = vector[INSIDE + other];
        }
        mirror[TURN] = -vector[TURN];
        return mirror;
    }
}
