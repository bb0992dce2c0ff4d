package org.posescope.body.math;

import java.util.List;

/** The rotation that brings points nearest to others (Horn 1987, "Closed-form solution of absolute orientation using unit quaternions"). */
public final class RotationFit {
    private RotationFit() {}

    /** The mean of some points. */
    public static Vec3 middle(List<Vec3> points) {
        return points.stream().reduce(Vec3.ZERO, Vec3::plus).times(1.0 / points.size());
    }

    /** Turns the points, about their middle, to as many others, about theirs. */
    public static Rotation between(List<Vec3> from, List<Vec3> to) {
        Vec3 fromMiddle = middle(from);
        Vec3 toMiddle = middle(to);
        double[][] s = new double[3][3];
        for (int i = 0; i < from.size(); i++) {
            double[] a = coordinates(from.get(i).minus(fromMiddle));
            double[] b = coordinates(to.get(i).minus(toMiddle));
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    s[row][column] += a[row] * b[column];
                }
            }
        }
        double[][] n = {
            {s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
            {s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
            {s[2][0] - s[0][2], s[0][1] + s[1][0], s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]},
            {s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], s[2][2] - s[0][0] - s[1][1]}};
        double[] q = SymmetricEigen.vectors(n)[0];
        return new Rotation(q[0], q[1], q[2], q[3]);
    }

    private static double[] coordinates(Vec3 v) {
        return new double[] {v.x(), v.y(), v.z()};
    }
}
