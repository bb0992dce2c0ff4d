package org.posescope.workshop.demo;

import java.util.List;

import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.pose.Vector3;

/** Tells which joints a picture shows: those that no body hides, but for the flesh around the joint itself. */
final class JointVisibility {
    /** A joint lies at most so deep in its own flesh, metres. */
    private static final double FLESH = 0.16;

    private final PinholeCamera camera;
    private final int[] faces;

    /** @param faces of every body: three vertex numbers each */
    JointVisibility(PinholeCamera camera, int[] faces) {
        this.camera = camera;
        this.faces = faces;
    }

    /**
     * A joint as the picture shows it.
     *
     * @param joint  of a person, camera frame
     * @param bodies vertices of all people, camera frame
     */
    PersonTruth.Point seen(Vector3 joint, List<float[]> bodies) {
        double x = joint.x() / (double) joint.z();
        double y = joint.y() / (double) joint.z();
        double column = camera.fx() * x + camera.cx();
        double row = camera.fy() * y + camera.cy();
        boolean inside = column >= 0 && row >= 0 && column < camera.width() && row < camera.height();
        double nearest = inside ? joint.z() - FLESH : 0;
        return new PersonTruth.Point(column, row,
                inside && bodies.stream().noneMatch(body -> isHidden(x, y, nearest, body)));
    }

    /** Whether some triangle nearer than {@code depth} lies on the ray through (x, y, 1). */
    private boolean isHidden(double x, double y, double depth, float[] v) {
        for (int t = 0; t < faces.length; t += 3) {
            int a = 3 * faces[t];
            int b = 3 * faces[t + 1];
            int c = 3 * faces[t + 2];
            if (v[a + 2] < depth && covers(x, y, v, a, b, c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(double x, double y, float[] v, int a, int b, int c) {
        double first = side(x, y, v, a, b);
        double second = side(x, y, v, b, c);
        double third = side(x, y, v, c, a);
        return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0);
    }

    /** On which side of the projected edge from one vertex to another the place is. */
    private static double side(double x, double y, float[] v, int from, int to) {
        double fromX = v[from] / (double) v[from + 2];
        double fromY = v[from + 1] / (double) v[from + 2];
        double toX = v[to] / (double) v[to + 2];
        double toY = v[to + 1] / (double) v[to + 2];
        return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
    }
}
