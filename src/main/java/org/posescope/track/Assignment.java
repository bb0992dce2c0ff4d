package org.posescope.track;

import java.util.Arrays;

/**
 * Pairs rows with columns so that the sum of their similarities is largest: the Hungarian method with potentials (Kuhn 1955,
 * Munkres 1957), O(n^3).
 */
final class Assignment {
    private static final int NONE = -1;

    private Assignment() {}

    /**
     * For each row the column that it is paired with, or -1.
     *
     * @param similarity rows x columns, not negative
     * @param minimum    pairs below it are not made
     */
    static int[] best(double[][] similarity, double minimum) {
        int rows = similarity.length;
        int columns = rows == 0 ? 0 : similarity[0].length;
        int size = Math.max(rows, columns);
        double[][] cost = new double[size][size];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                cost[r][c] = similarity[r][c] >= minimum ? -similarity[r][c] : 0;
            }
        }
        int[] rowOfColumn = solve(cost);
        int[] columnOfRow = new int[rows];
        Arrays.fill(columnOfRow, NONE);
        for (int c = 0; c < columns; c++) {
            int r = rowOfColumn[c];
            if (r < rows && similarity[r][c] >= minimum) {
                columnOfRow[r] = c;
            }
        }
        return columnOfRow;
    }

    /** The row of each column in the cheapest perfect matching of a square cost matrix. */
    private static int[] solve(double[][] cost) {
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
