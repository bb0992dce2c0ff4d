package org.posescope.track;

import java.util.Arrays;

import org.posescope.pose.matching.CheapestMatching;

/** Pairs rows with columns so that the sum of their similarities is largest. */
public final class Assignment {
    private static final int NONE = -1;

    private Assignment() {}

    /**
     * For each row the column that it is paired with, or -1.
     *
     * @param similarity rows x columns, not negative
     * @param minimum    pairs below it are not made
     */
    public static int[] best(double[][] similarity, double minimum) {
        int rows = similarity.length;
        int columns = rows == 0 ? 0 : similarity[0].length;
        int size = Math.max(rows, columns);
        double[][] cost = new double[size][size];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                cost[r][c] = similarity[r][c] >= minimum ? -similarity[r][c] : 0;
            }
        }
        int[] rowOfColumn = CheapestMatching.of(cost);
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
}
