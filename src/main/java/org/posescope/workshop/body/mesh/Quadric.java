package org.posescope.workshop.body.mesh;

import org.posescope.body.math.Vec3;

/**
 * The sum of squared distances to planes, each weighted by an area (Garland and Heckbert, "Surface simplification using
 * quadric error metrics", 1997).
 */
final class Quadric {
    /** Upper half of the symmetric 4 x 4 matrix, row by row. */
    private final double[] q = new double[10];

    /** Adds the plane of a triangle, weighted by its area. */
    void add(Vec3 a, Vec3 b, Vec3 c) {
        Vec3 cross = Triangle.normal(a, b, c);
        double area = cross.length() / 2;
        Vec3 n = cross.unit();
        double[] plane = {n.x(), n.y(), n.z(), -n.dot(a)};
        int at = 0;
        for (int i = 0; i < plane.length; i++) {
            for (int j = i; j < plane.length; j++) {
                q[at++] += area * plane[i] * plane[j];
            }
        }
    }

    void add(Quadric other) {
        for (int k = 0; k < q.length; k++) {
            q[k] += other.q[k];
        }
    }

    /** In m^4: area times squared distance. */
    double error(Vec3 p) {
        double x = p.x();
        double y = p.y();
        double z = p.z();
        return q[0] * x * x + 2 * q[1] * x * y + 2 * q[2] * x * z + 2 * q[3] * x + q[4] * y * y + 2 * q[5] * y * z
                + 2 * q[6] * y + q[7] * z * z + 2 * q[8] * z + q[9];
    }
}
