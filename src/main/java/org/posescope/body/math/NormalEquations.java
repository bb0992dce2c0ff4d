package org.posescope.body.math;

/** Linear least squares by normal equations: collects equations, then solves them. */
public final class NormalEquations {
    private final double[][] matrix;
    private final double[] right;

    /**
     * Equations for so many unknowns.
     *
     * @param damping added to the diagonal: pulls unknowns that no equation fixes to 0
     */
    public NormalEquations(int unknowns, double damping) {
        matrix = new double[unknowns][unknowns];
        right = new double[unknowns];
        for (int k = 0; k < unknowns; k++) {
            matrix[k][k] = damping;
        }
    }

    /** Adds the equation {@code row . x = value}. */
    public void add(double[] row, double value) {
        for (int r = 0; r < row.length; r++) {
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
    public double[] solve() {
        return Cholesky.solve(matrix, right);
    }
}
