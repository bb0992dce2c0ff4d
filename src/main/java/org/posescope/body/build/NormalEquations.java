package org.posescope.body.build;

/** Linear least squares by normal equations: collects equations, then solves them. */
final class NormalEquations {
    private final int size;
    private final double[][] matrix;
    private final double[] right;

    /**
     * Equations for so many unknowns.
     *
     * @param damping added to the diagonal: pulls unknowns that no equation fixes to 0
     */
    NormalEquations(int size, double damping) {
        this.size = size;
        matrix = new double[size][size];
        right = new double[size];
        for (int k = 0; k < size; k++) {
            matrix[k][k] = damping;
        }
    }

    /** Adds the equation {@code row . x = value}. */
    void add(double[] row, double value) {
        for (int r = 0; r < size; r++) {
            if (row[r] != 0) {
                right[r] += row[r] * value;
                for (int c = 0; c <= r; c++) {
                    matrix[r][c] += row[r] * row[c];
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
        return Cholesky.solve(matrix, right);
    }
}
