package org.posescope.body.build;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a dense symmetric matrix by Jacobi's rotations, largest first.
 *
 * @param values  n
 * @param vectors n rows, the unit eigenvector of each value
 */
record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int MAX_SWEEPS = 60;

    static SymmetricEigen of(double[][] symmetric) {
        int n = symmetric.length;
        double[][] a = Arrays.stream(symmetric).map(double[]::clone).toArray(double[][]::new);
        double[][] v = new double[n][n];
        for (int k = 0; k < n; k++) {
            v[k][k] = 1;
        }
        for (int sweep = 0; offDiagonal(a) > 1e-24 * diagonal(a); sweep++) {
            if (sweep == MAX_SWEEPS) {
                throw new IllegalStateException("Jacobi's rotations did not converge");
            }
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(k -> -a[k][k]))
                .mapToInt(Integer::intValue).toArray();
        return new SymmetricEigen(Arrays.stream(order).mapToDouble(k -> a[k][k]).toArray(),
                Arrays.stream(order).mapToObj(k -> v[k]).toArray(double[][]::new));
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double vp = v[p][k];
            double vq = v[q][k];
            v[p][k] = c * vp - s * vq;
            v[q][k] = s * vp + c * vq;
        }
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < r; c++) {
                sum += a[r][c] * a[r][c];
            }
        }
        return sum;
    }

    private static double diagonal(double[][] a) {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k][k] * a[k][k]).sum();
    }
}
