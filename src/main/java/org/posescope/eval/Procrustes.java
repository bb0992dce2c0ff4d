package org.posescope.eval;

import java.util.Arrays;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.SymmetricEigen;
import org.posescope.body.math.Vec3;

/**
 * The rotation, scale and translation that bring points nearest to others in the sense of least squares, in closed form by the
 * largest eigenvector of a 4x4 matrix (Horn 1987, "Closed-form solution of absolute orientation using unit quaternions").
 */
final class Procrustes {
    private Procrustes() {}

    /**
     * The points after the best similarity transform to the others.
     *
     * @throws IllegalArgumentException when there are not as many of each, or none
     */
    static Vec3[] align(Vec3[] points, Vec3[] targets) {
        if (points.length != targets.length || points.length == 0) {
            throw new IllegalArgumentException(points.length + " points for " + targets.length + " others");
        }
        Vec3 from = Vec3.mean(points);
        Vec3 to = Vec3.mean(targets);
        double[][] s = new double[3][3];
        double squares = 0;
        for (int i = 0; i < points.length; i++) {
            Vec3 p = points[i].minus(from);
            Vec3 q = targets[i].minus(to);
            double[] a = {p.x(), p.y(), p.z()};
            double[] b = {q.x(), q.y(), q.z()};
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    s[row][column] += a[row] * b[column];
                }
            }
            squares += p.dot(p);
        }
        Rotation rotation = rotation(s);
        double overlap = 0;
        for (int i = 0; i < points.length; i++) {
            overlap += rotation.apply(points[i].minus(from)).dot(targets[i].minus(to));
        }
        double scale = squares > 0 ? overlap / squares : 1;
        return Arrays.stream(points).map(p -> to.plus(scale, rotation.apply(p.minus(from)))).toArray(Vec3[]::new);
    }

    private static Rotation rotation(double[][] s) {
        double[][] n = {
            {s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
            {s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
            {s[2][0] - s[0][2], s[0][1] + s[1][0], s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]},
            {s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], s[2][2] - s[0][0] - s[1][1]}};
        double[] q = SymmetricEigen.vectors(n)[0];
        return new Rotation(q[0], q[1], q[2], q[3]);
    }
}
