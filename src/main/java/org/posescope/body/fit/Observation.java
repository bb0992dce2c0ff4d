package org.posescope.body.fit;

import java.util.List;

import org.posescope.body.math.Vec3;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Vector3;

/** The landmarks of one person in one frame. Immutable. */
final class Observation {
    /** Scores below the first mean a guess, above the second a sight. */
    private static final double GUESS = 0.2;
    private static final double SIGHT = 0.8;
    private static final double LEAST_TRUST = 0.004;

    private final Vec3[] places;
    private final double[] slopes;
    private final double[] drops;
    private final double[] trust;

    /**
     * @param joints    relative to the origin
     * @param origin    of the joints, camera frame, metres
     * @param keypoints the same points in the picture; empty when not known
     */
    Observation(Joints3d joints, Vector3 origin, List<Keypoint> keypoints, Camera camera) {
        int size = joints.joints().size();
        places = new Vec3[size];
        slopes = new double[size];
        drops = new double[size];
        trust = new double[size];
        for (int i = 0; i < size; i++) {
            Joint joint = joints.joints().get(i);
            places[i] = new Vec3(joint.x() + origin.x(), joint.y() + origin.y(), joint.z() + origin.z());
            trust[i] = trustIn(joint.score());
            slopes[i] = keypoints.isEmpty() ? Double.NaN : (keypoints.get(i).x() - camera.centerX()) / camera.focal();
            drops[i] = keypoints.isEmpty() ? Double.NaN : (keypoints.get(i).y() - camera.centerY()) / camera.focal();
        }
    }

    private static double trustIn(double score) {
        double t = Math.clamp((score - GUESS) / (SIGHT - GUESS), 0.0, 1.0);
        return LEAST_TRUST + (1 - LEAST_TRUST) * t * t * (3 - 2 * t);
    }

    /** Where a landmark is, camera frame, metres. */
    Vec3 place(int landmark) {
        return places[landmark];
    }

    /** Whether it is known where a landmark is in the picture. */
    boolean inPicture(int landmark) {
        return !Double.isNaN(slopes[landmark]);
    }

    /** The direction in which a landmark is seen: x / z of the ray through it. */
    double slope(int landmark) {
        return slopes[landmark];
    }

    /** The same for y / z. */
    double drop(int landmark) {
        return drops[landmark];
    }

    /** 0..1, how far a landmark is to be believed. */
    double trust(int landmark) {
        return trust[landmark];
    }
}
