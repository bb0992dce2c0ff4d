package org.posescope.body.build;

import java.util.Arrays;

/** The least-squares solution with no unknown below zero (Lawson and Hanson, "Solving least squares problems", 1974, chapter 23). */
final class NonNegativeLeastSquares {
    private static final double TOLERANCE = 1e-12;

    private final double[][] gram;
    private final double[] right;

    private NonNegativeLeastSquares(double[][] gram, double[] right) {
        this.gram = gram;
        this.right = right;
    }

    /**
     * Minimises |A x - b| for x >= 0.
     *
     * @param gram  A transposed times A, positive definite
     * @param right A transposed times b
     */
    static double[] solve(double[][] gram, double[] right) {
        return new NonNegativeLeastSquares(gram, right).solve();
    }

    private double[] solve() {
        int n = right.length;
        boolean[] free = new boolean[n];
        double[] x = new double[n];
        for (int step = 0; step < 10 * n; step++) {
            int best = mostHelpful(x, free);
            if (best < 0) {
                return x;
            }
            free[best] = true;
            double[] candidate = solveFree(free);
            while (!positive(candidate, free)) {
                double reach = 1;
                for (int k = 0; k < n; k++) {
                    if (free[k] && candidate[k] <= 0) {
                        reach = Math.min(reach, x[k] / (x[k] - candidate[k]));
                    }
                }
                for (int k = 0; k < n; k++) {
                    x[k] += reach * (candidate[k] - x[k]);
                    if (free[k] && x[k] <= TOLERANCE) {
                        free[k] = false;
                        x[k] = 0;
                    }
                }
                candidate = solveFree(free);
            }
            x = candidate;
        }
        throw new IllegalStateException("non-negative least squares did not converge");
    }

    private int mostHelpful(double[] x, boolean[] free) {
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

    private static boolean positive(double[] x, boolean[] free) {
        for (int k = 0; k < x.length; k++) {
            if (free[k] && x[k] <= 0) {
                return false;
            }
        }
        return true;
    }

    private double[] solveFree(boolean[] free) {
        int[] index = java.util.stream.IntStream.range(0, free.length).filter(k -> free[k]).toArray();
        double[][] part = new double[index.length][index.length];
        double[] partRight = new double[index.length];
        for (int r = 0; r < index.length; r++) {
            partRight[r] = right[index[r]];
            for (int c = 0; c < index.length; c++) {
                part[r][c] = gram[index[r]][index[c]];
            }
        }
        double[] solution = Cholesky.solve(part, partRight);
        double[] x = new double[free.length];
        for (int r = 0; r < index.length; r++) {
            x[index[r]] = solution[r];
        }
        return x;
    }
}
