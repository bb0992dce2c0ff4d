package org.posescope.body.fit;

import java.util.Arrays;

import org.posescope.body.math.Cholesky;

/**
 * Linearised residuals as normal equations of the unknowns of a pose: three numbers for each joint that is fitted (an
 * axis-angle vector in the frame of its parent), three for the translation, and one for {@link BodyPose#depthError}.
 */
final class Equations {
    private final int[] columns;
    private final int unknowns;
    private final double[][] matrix;
    private final double[] right;
    private final double[][] damped;
    private final double[] rightCopy;

    /** @param fitted the joints that may turn */
    Equations(int[] fitted) {
        columns = new int[BodyPose.JOINTS];
        Arrays.fill(columns, -1);
        for (int i = 0; i < fitted.length; i++) {
            columns[fitted[i]] = 3 * i;
        }
        unknowns = 3 * fitted.length + 4;
        matrix = new double[unknowns][unknowns];
        right = new double[unknowns];
        damped = new double[unknowns][unknowns];
        rightCopy = new double[unknowns];
    }

    int unknowns() {
        return unknowns;
    }

    /** The first unknown of a joint, or -1 when it does not turn. */
    int column(int joint) {
        return columns[joint];
    }

    /** The first unknown of the translation. */
    int translationColumn() {
        return unknowns - 4;
    }

    int depthErrorColumn() {
        return unknowns - 1;
    }

    void clear() {
        for (double[] row : matrix) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(right, 0);
    }

    /**
     * Adds one residual and how it changes.
     *
     * @param at       the unknowns that it depends on, ascending
     * @param slopes   its derivative by each
     * @param count    how many they are
     * @param residual its value
     * @param weight   of its square
     */
    void add(int[] at, double[] slopes, int count, double residual, double weight) {
        for (int i = 0; i < count; i++) {
            double weighted = weight * slopes[i];
            double[] row = matrix[at[i]];
            right[at[i]] -= weighted * residual;
            for (int j = 0; j <= i; j++) {
                row[at[j]] += weighted * slopes[j];
            }
        }
    }

    /** Adds a residual that depends on one unknown. */
    void add(int at, double slope, double residual, double weight) {
        matrix[at][at] += weight * slope * slope;
        right[at] -= weight * slope * residual;
    }

    /**
     * The step of Levenberg and Marquardt.
     *
     * @param damping added to the diagonal
     */
    double[] solve(double damping) {
        for (int row = 0; row < unknowns; row++) {
            System.arraycopy(matrix[row], 0, damped[row], 0, row + 1);
            damped[row][row] += damping;
        }
        System.arraycopy(right, 0, rightCopy, 0, unknowns);
        return Cholesky.solve(damped, rightCopy);
    }
}
