package org.posescope.body.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Eigenvectors of a dense symmetric matrix by Jacobi's rotations (Golub and Van Loan, "Matrix computations", 8.5). */
public final class SymmetricEigen {
    private static final int MAX_SWEEPS = 60;
    private static final double PRECISION = 1e-24;

    private final double[][] a;
    private final double[][] vectors;

    private SymmetricEigen(double[][] symmetric) {
        a = Arrays.stream(symmetric).map(double[]::clone).toArray(double[][]::new);
        vectors = new double[a.length][a.length];
        for (int k = 0; k < a.length; k++) {
            vectors[k][k] = 1;
        }
    }

    /** The unit eigenvectors, one a row, that of the largest eigenvalue first. */
    public static double[][] vectors(double[][] symmetric) {
        SymmetricEigen eigen = new SymmetricEigen(symmetric);
        eigen.diagonalize();
        return IntStream.range(0, symmetric.length).boxed().sorted(Comparator.comparingDouble(k -> -eigen.a[k][k]))
                .map(k -> eigen.vectors[k]).toArray(double[][]::new);
    }

    private void diagonalize() {
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            if (offDiagonal() <= PRECISION * diagonal()) {
                return;
            }
            for (int p = 0; p < a.length; p++) {
                for (int q = p + 1; q < a.length; q++) {
                    if (a[p][q] != 0) {
                        rotate(p, q);
                    }
                }
            }
        }
        throw new IllegalStateException("Jacobi's rotations did not converge");
    }

    /** Turns in the plane of two axes so that their entry becomes 0. */
    private void rotate(int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (double[] row : a) {
            double kp = row[p];
            double kq = row[q];
            row[p] = c * kp - s * kq;
            row[q] = s * kp + c * kq;
        }
        rotateRows(a, p, q, c, s);
        rotateRows(vectors, p, q, c, s);
    }

    private static void rotateRows(double[][] matrix, int p, int q, double c, double s) {
        for (int k = 0; k < matrix.length; k++) {
            double pk = matrix[p][k];
            double qk = matrix[q][k];
            matrix[p][k] = c * pk - s * qk;
            matrix[q][k] = s * pk + c * qk;
        }
    }

    private double offDiagonal() {
        double sum = 0;
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < r; c++) {
                sum += a[r][c] * a[r][c];
            }
        }
        return sum;
    }

    private double diagonal() {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k][k] * a[k][k]).sum();
    }
}
