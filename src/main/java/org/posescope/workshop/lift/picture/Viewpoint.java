package org.posescope.workshop.lift.picture;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Vector3;
import org.posescope.workshop.lift.pose.BodyRotations;

/**
 * From where a camera sees somebody.
 *
 * @param turn   from a world with y up into the camera's frame: x right, y down, z forward
 * @param pelvis where the person's pelvis is in the camera's frame, metres
 */
public record Viewpoint(Rotation turn, Vec3 pelvis) {
    private static final double NEAREST = 1.5;
    private static final double FARTHEST = 10;
    /** Size and weight. */
    private static final int MAIN_SHAPES = 2;

    /** Somebody stands anywhere in the picture of a camera anywhere. */
    public static Viewpoint random(RandomGenerator random) {
        double elevation = random.nextDouble() < 0.65 ? random.nextGaussian(6, 9) : random.nextDouble(-15, 75);
        double roll = random.nextDouble() < 0.85 ? random.nextGaussian(0, 2) : random.nextGaussian(0, 14);
        double half = Math.tan(Math.toRadians(random.nextDouble(30, 90) / 2));
        double distance = NEAREST * Math.pow(FARTHEST / NEAREST, random.nextDouble());
        double right = half * Math.clamp(random.nextGaussian(0, 0.4), -0.9, 0.9);
        double down = 0.7 * half * Math.clamp(random.nextGaussian(0.05, 0.35), -0.9, 0.9);
        Vec3 ray = new Vec3(right, down, 1);
        // The camera looks down at the person along their line of sight, not along its own axis.
        Rotation level = Rotation.about(Vec3.X, Math.PI);
        double tip = Math.toRadians(Math.clamp(elevation, -15, 75)) - Math.atan(down);
        Rotation turn = Rotation.about(Vec3.Z, Math.toRadians(roll)).times(Rotation.about(Vec3.X, tip)).times(level);
        return new Viewpoint(turn, ray.times(distance / ray.length()));
    }

    /** Betas of anybody, 10. */
    public static float[] shape(BodyModel model, RandomGenerator random) {
        float[] betas = new float[BodyParameters.BETAS];
        for (int k = 0; k < model.shapeComponents(); k++) {
            betas[k] = (float) random.nextGaussian(0, k < MAIN_SHAPES ? 1.2 : 0.9);
        }
        return betas;
    }

    /**
     * A body in the camera's frame.
     *
     * @param rest x, y, z of its joints before posing, of which the pelvis is the first
     */
    public BodyParameters body(BodyRotations pose, float[] betas, float[] rest) {
        return new BodyParameters(pose.quaternions(turn),
                IntStream.range(0, betas.length).mapToObj(k -> betas[k]).toList(),
                new Vector3((float) pelvis.x() - rest[0], (float) pelvis.y() - rest[1], (float) pelvis.z() - rest[2]));
    }
}
