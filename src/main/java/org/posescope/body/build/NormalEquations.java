package org.posescope.body.build;

/** Linear least squares by normal equations: collects equations, then solves by Cholesky's method. */
final class NormalEquations {
    private final int size;
    private final double[] matrix;
    private final double[] right;

    /**
     * Equations for so many unknowns.
     *
     * @param damping added to the diagonal: pulls unknowns that no equation fixes to 0
     */
    NormalEquations(int size, double damping) {
        this.size = size;
        matrix = new double[size * size];
        right = new double[size];
        for (int k = 0; k < size; k++) {
            matrix[k * size + k] = damping;
        }
    }

    /** Adds the equation {@code row . x = value}. */
    void add(double[] row, double value) {
        for (int r = 0; r < size; r++) {
            if (row[r] != 0) {
                right[r] += row[r] * value;
                for (int c = 0; c <= r; c++) {
                    matrix[r * size + c] += row[r] * row[c];
                }
            }
        }
    }

    /**
     * The unknowns. May be called once.
     *
     * @throws IllegalStateException when the equations do not fix them
     */
    double[] solve() {
        for (int r = 0; r < size; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = matrix[r * size + c];
                for (int k = 0; k < c; k++) {
                    sum -= matrix[r * size + k] * matrix[c * size + k];
                }
                if (c < r) {
                    matrix[r * size + c] = sum / matrix[c * size + c];
                } else if (sum > 0) {
                    matrix[r * size + r] = Math.sqrt(sum);
                } else {
                    throw new IllegalStateException("the equations do not fix unknown " + r);
                }
            }
        }
        double[] x = right.clone();
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < r; c++) {
                x[r] -= matrix[r * size + c] * x[c];
            }
            x[r] /= matrix[r * size + r];
        }
        for (int r = size - 1; r >= 0; r--) {
            for (int k = r + 1; k < size; k++) {
                x[r] -= matrix[k * size + r] * x[k];
            }
            x[r] /= matrix[r * size + r];
        }
        return x;
    }
}
