package org.posescope.body.fit;

import java.util.List;

import org.posescope.body.math.Vec3;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Vector3;

/**
 * The landmarks of one person in one frame.
 *
 * @param places where each landmark is, camera frame, metres
 * @param slopes where each landmark is seen: x / z of the ray through it; NaN where it is not known
 * @param drops  the same for y / z
 * @param trust  0..1, how far each landmark is to be believed
 */
record Observation(Vec3[] places, double[] slopes, double[] drops, double[] trust) {
    /** Scores below the first mean a guess, above the second a sight. */
    private static final double GUESS = 0.2;
    private static final double SIGHT = 0.8;
    private static final double LEAST_TRUST = 0.004;

    /**
     * @param origin   of the joints, camera frame, metres
     * @param keypoints the same points in the picture; empty when not known
     */
    static Observation of(Joints3d joints, Vector3 origin, List<Keypoint> keypoints, Camera camera) {
        int size = joints.joints().size();
        Vec3[] places = new Vec3[size];
        double[] slopes = new double[size];
        double[] drops = new double[size];
        double[] trust = new double[size];
        for (int i = 0; i < size; i++) {
            Joint joint = joints.joints().get(i);
            places[i] = new Vec3(joint.x() + origin.x(), joint.y() + origin.y(), joint.z() + origin.z());
            trust[i] = trust(joint.score());
            slopes[i] = keypoints.isEmpty() ? Double.NaN : (keypoints.get(i).x() - camera.centerX()) / camera.focal();
            drops[i] = keypoints.isEmpty() ? Double.NaN : (keypoints.get(i).y() - camera.centerY()) / camera.focal();
        }
        return new Observation(places, slopes, drops, trust);
    }

    private static double trust(double score) {
        double t = Math.clamp((score - GUESS) / (SIGHT - GUESS), 0.0, 1.0);
        return LEAST_TRUST + (1 - LEAST_TRUST) * t * t * (3 - 2 * t);
    }
}
