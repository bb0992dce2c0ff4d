package org.posescope.body.math;

/** Solves dense positive definite systems of linear equations. */
public final class Cholesky {
    private Cholesky() {}

    /**
     * The x with {@code matrix x = right}.
     *
     * @param matrix only its lower half is read, and overwritten
     * @throws IllegalStateException when the matrix is not positive definite
     */
    public static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int r = 0; r < n; r++) {
            double[] row = matrix[r];
            for (int c = 0; c < r; c++) {
                row[c] = (row[c] - dot(row, matrix[c], c)) / matrix[c][c];
            }
            double square = row[r] - dot(row, row, r);
            if (!(square > 0)) {
                throw new IllegalStateException("the equations do not fix unknown " + r);
            }
            row[r] = Math.sqrt(square);
        }
        double[] x = right.clone();
        for (int r = 0; r < n; r++) {
            x[r] = (x[r] - dot(x, matrix[r], r)) / matrix[r][r];
        }
        for (int r = n - 1; r >= 0; r--) {
            for (int k = r + 1; k < n; k++) {
                x[r] -= matrix[k][r] * x[k];
            }
            x[r] /= matrix[r][r];
        }
        return x;
    }

    private static double dot(double[] a, double[] b, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
