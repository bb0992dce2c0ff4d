package org.posescope.body;

/**
 * A matrix of mostly zeros, row by row: the entries of row r are those from {@code rowStarts[r]} to before
 * {@code rowStarts[r + 1]}. Immutable.
 */
public final class SparseMatrix {
    private final int columns;
    private final int[] rowStarts;
    private final int[] columnIndices;
    private final float[] values;

    /** Takes the arrays as they are; they must not change. */
    public SparseMatrix(int columns, int[] rowStarts, int[] columnIndices, float[] values) {
        this.columns = columns;
        this.rowStarts = rowStarts;
        this.columnIndices = columnIndices;
        this.values = values;
    }

    /** The entries other than 0 of a matrix in row-major order. */
    static SparseMatrix ofDense(float[] dense, int rows, int columns) {
        int entries = 0;
        for (float value : dense) {
            entries += value == 0 ? 0 : 1;
        }
        int[] starts = new int[rows + 1];
        int[] indices = new int[entries];
        float[] values = new float[entries];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float value = dense[row * columns + column];
                if (value != 0) {
                    indices[at] = column;
                    values[at++] = value;
                }
            }
            starts[row + 1] = at;
        }
        return new SparseMatrix(columns, starts, indices, values);
    }

    /** The same matrix when these arrays are taken for one of {@code rows} columns, column by column (CSC). */
    static SparseMatrix ofColumns(int rows, int[] columnStarts, int[] rowIndices, float[] values) {
        int[] starts = new int[rows + 1];
        for (int row : rowIndices) {
            starts[row + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        int[] next = starts.clone();
        int[] indices = new int[values.length];
        float[] rowValues = new float[values.length];
        int columns = columnStarts.length - 1;
        for (int column = 0; column < columns; column++) {
            for (int i = columnStarts[column]; i < columnStarts[column + 1]; i++) {
                int at = next[rowIndices[i]]++;
                indices[at] = column;
                rowValues[at] = values[i];
            }
        }
        return new SparseMatrix(columns, starts, indices, rowValues);
    }

    public int rows() {
        return rowStarts.length - 1;
    }

    public int columns() {
        return columns;
    }

    /** The most entries that a row has. */
    public int longestRow() {
        int longest = 0;
        for (int row = 0; row < rows(); row++) {
            longest = Math.max(longest, rowStarts[row + 1] - rowStarts[row]);
        }
        return longest;
    }

    int rowStart(int row) {
        return rowStarts[row];
    }

    int column(int entry) {
        return columnIndices[entry];
    }

    float value(int entry) {
        return values[entry];
    }

    /**
     * The product with a list of points, one a column of this matrix: weighted sums of points.
     *
     * @param points x, y, z of each, in a row
     * @param out    receives x, y, z of each row's sum
     */
    public void multiply(float[] points, float[] out) {
        for (int row = 0; row < rows(); row++) {
            double x = 0;
            double y = 0;
            double z = 0;
            for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++) {
                int point = 3 * columnIndices[i];
                x += (double) values[i] * points[point];
                y += (double) values[i] * points[point + 1];
                z += (double) values[i] * points[point + 2];
            }
            out[3 * row] = (float) x;
            out[3 * row + 1] = (float) y;
            out[3 * row + 2] = (float) z;
        }
    }
}
