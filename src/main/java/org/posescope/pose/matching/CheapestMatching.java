package org.posescope.pose.matching;

import java.util.Arrays;

/** The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(n^3). */
public final class CheapestMatching {
    private CheapestMatching() {}

    /**
     * The row of each column in the cheapest perfect matching.
     *
     * @param cost square
     */
    public static int[] of(double[][] cost) {
        int n = cost.length;
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[n + 1];
        int[] rowOfColumn = new int[n + 1];
        int[] previous = new int[n + 1];
        // Rows and columns count from 1 here; column 0 holds the row that looks for a partner.
        for (int row = 1; row <= n; row++) {
            rowOfColumn[0] = row;
            int column = 0;
            double[] slack = new double[n + 1];
            Arrays.fill(slack, Double.POSITIVE_INFINITY);
            boolean[] done = new boolean[n + 1];
            do {
                done[column] = true;
                int currentRow = rowOfColumn[column];
                double step = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int c = 1; c <= n; c++) {
                    if (!done[c]) {
                        double reduced = cost[currentRow - 1][c - 1] - rowPotential[currentRow] - columnPotential[c];
                        if (reduced < slack[c]) {
                            slack[c] = reduced;
                            previous[c] = column;
                        }
                        if (slack[c] < step) {
                            step = slack[c];
                            next = c;
                        }
                    }
                }
                for (int c = 0; c <= n; c++) {
                    if (done[c]) {
                        rowPotential[rowOfColumn[c]] += step;
                        columnPotential[c] -= step;
                    } else {
                        slack[c] -= step;
                    }
                }
                column = next;
            } while (rowOfColumn[column] != 0);
            while (column != 0) {
                rowOfColumn[column] = rowOfColumn[previous[column]];
                column = previous[column];
            }
        }
        int[] result = new int[n];
        for (int c = 1; c <= n; c++) {
            result[c - 1] = rowOfColumn[c] - 1;
        }
        return result;
    }
}
