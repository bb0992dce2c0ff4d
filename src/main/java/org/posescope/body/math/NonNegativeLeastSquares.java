package org.posescope.body.math;

import java.util.stream.IntStream;

/**
 * The least-squares solution with no unknown below zero (Lawson and Hanson, "Solving least squares problems", 1974, chapter
 * 23): unknowns are set free one by one, the one that helps most first, and held at zero again when they would pass it.
 */
public final class NonNegativeLeastSquares {
    private static final double TOLERANCE = 1e-12;
    private static final int MAX_STEPS_PER_UNKNOWN = 10;

    private final double[][] gram;
    private final double[] right;
    private final boolean[] free;
    private double[] x;

    private NonNegativeLeastSquares(double[][] gram, double[] right) {
        this.gram = gram;
        this.right = right;
        free = new boolean[right.length];
        x = new double[right.length];
    }

    /**
     * Minimises |A x - b| for x >= 0.
     *
     * @param gram  A transposed times A, positive definite
     * @param right A transposed times b
     * @throws IllegalStateException when no solution is found
     */
    public static double[] solve(double[][] gram, double[] right) {
        return new NonNegativeLeastSquares(gram, right).solve();
    }

    private double[] solve() {
        for (int step = 0; step < MAX_STEPS_PER_UNKNOWN * x.length; step++) {
            int best = mostHelpful();
            if (best < 0) {
                return x;
            }
            free[best] = true;
            double[] candidate = solveFree();
            while (anyBelowZero(candidate)) {
                goToward(candidate);
                candidate = solveFree();
            }
            x = candidate;
        }
        throw new IllegalStateException("non-negative least squares did not converge");
    }

    private int mostHelpful() {
        int best = -1;
        double steepest = TOLERANCE;
        for (int k = 0; k < x.length; k++) {
            if (!free[k]) {
                double slope = right[k];
                for (int j = 0; j < x.length; j++) {
                    slope -= gram[k][j] * x[j];
                }
                if (slope > steepest) {
                    steepest = slope;
                    best = k;
                }
            }
        }
        return best;
    }

    private boolean anyBelowZero(double[] candidate) {
        return IntStream.range(0, x.length).anyMatch(k -> free[k] && candidate[k] <= 0);
    }

    /** As far as no unknown passes zero; those that come there stay there. */
    private void goToward(double[] candidate) {
        double reach = 1;
        for (int k = 0; k < x.length; k++) {
            if (free[k] && candidate[k] <= 0) {
                reach = Math.min(reach, x[k] / (x[k] - candidate[k]));
            }
        }
        for (int k = 0; k < x.length; k++) {
            x[k] += reach * (candidate[k] - x[k]);
            if (free[k] && x[k] <= TOLERANCE) {
                free[k] = false;
                x[k] = 0;
            }
        }
    }

    private double[] solveFree() {
        int[] index = IntStream.range(0, x.length).filter(k -> free[k]).toArray();
        double[][] part = new double[index.length][index.length];
        double[] partRight = new double[index.length];
        for (int r = 0; r < index.length; r++) {
            partRight[r] = right[index[r]];
            for (int c = 0; c < index.length; c++) {
                part[r][c] = gram[index[r]][index[c]];
            }
        }
        double[] solution = Cholesky.solve(part, partRight);
        double[] all = new double[x.length];
        for (int r = 0; r < index.length; r++) {
            all[index[r]] = solution[r];
        }
        return all;
    }
}
