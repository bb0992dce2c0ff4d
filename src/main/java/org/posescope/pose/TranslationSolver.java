package org.posescope.pose;

import java.util.List;
import java.util.Optional;

/**
 * Finds where a person stands from their joints in space and in the picture. Each joint, seen at u by a camera of focal length
 * f, gives two linear equations {@code f (X + tx) = (u - c) (Z + tz)}; all of them, weighted by the joints' scores, are solved
 * by least squares (the standard alignment of the field, for example Mehta et al. 2017, "VNect", section 4.3).
 */
public final class TranslationSolver {
    private static final double MIN_DETERMINANT = 1e-9;

    private TranslationSolver() {}

    /**
     * The translation from the camera to the origin of the joints, metres; empty when the joints do not tell it or would be
     * behind the camera.
     */
    public static Optional<Vector3> solve(Joints3d joints, Keypoints keypoints, Camera camera) {
        List<Joint> space = joints.joints();
        List<Keypoint> picture = keypoints.points();
        // Normal equations of rows (1, 0, -a) t = a Z - X and (0, 1, -b) t = b Z - Y, with a, b the ray's slopes.
        double w = 0;
        double wa = 0;
        double wb = 0;
        double waabb = 0;
        double rx = 0;
        double ry = 0;
        double rz = 0;
        for (int i = 0; i < space.size(); i++) {
            Joint joint = space.get(i);
            double weight = picture.get(i).score();
            double a = (picture.get(i).x() - camera.centerX()) / camera.focal();
            double b = (picture.get(i).y() - camera.centerY()) / camera.focal();
            double ex = a * joint.z() - joint.x();
            double ey = b * joint.z() - joint.y();
            w += weight;
            wa += weight * a;
            wb += weight * b;
            waabb += weight * (a * a + b * b);
            rx += weight * ex;
            ry += weight * ey;
            rz -= weight * (a * ex + b * ey);
        }
        double schur = waabb - (wa * wa + wb * wb) / w;
        if (!(schur > MIN_DETERMINANT)) {
            return Optional.empty();
        }
        double tz = (rz + (wa * rx + wb * ry) / w) / schur;
        double tx = (rx + wa * tz) / w;
        double ty = (ry + wb * tz) / w;
        return tz > 0 ? Optional.of(new Vector3((float) tx, (float) ty, (float) tz)) : Optional.empty();
    }
}
