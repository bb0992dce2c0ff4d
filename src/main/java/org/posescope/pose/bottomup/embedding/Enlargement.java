package org.posescope.pose.bottomup.embedding;

/**
 * Bilinear enlargement of maps from one size to another, cells as squares whose corners stay ({@code interpolate} of PyTorch with
 * {@code align_corners=False}). Maps are arrays of rows.
 */
final class Enlargement {
    private final int sourceColumns;
    private final Axis rows;
    private final Axis columns;

    Enlargement(int sourceRows, int sourceColumns, int rows, int columns) {
        this.sourceColumns = sourceColumns;
        this.rows = new Axis(sourceRows, rows);
        this.columns = new Axis(sourceColumns, columns);
    }

    /** For each place along an axis the two places of the source that it lies between, and how near it is to the second. */
    private static final class Axis {
        private final int[] first;
        private final int[] second;
        private final float[] share;

        Axis(int sourceLength, int length) {
            first = new int[length];
            second = new int[length];
            share = new float[length];
            float step = (float) sourceLength / length;
            for (int i = 0; i < length; i++) {
                float place = Math.max(0, (i + 0.5f) * step - 0.5f);
                first[i] = Math.min((int) place, sourceLength - 1);
                second[i] = Math.min(first[i] + 1, sourceLength - 1);
                share[i] = place - first[i];
            }
        }

        int length() {
            return share.length;
        }
    }

    int rows() {
        return rows.length();
    }

    int columns() {
        return columns.length();
    }

    /** Cells of an enlarged map. */
    int size() {
        return rows() * columns();
    }

    /**
     * Enlarges a map.
     *
     * @param offset of the map's first cell in the source
     * @param target {@link #size} cells
     */
    void enlarge(float[] source, int offset, float[] target) {
        int width = columns();
        for (int row = 0; row < rows(); row++) {
            int upper = offset + rows.first[row] * sourceColumns;
            int lower = offset + rows.second[row] * sourceColumns;
            float down = rows.share[row];
            for (int column = 0; column < width; column++) {
                int left = columns.first[column];
                int right = columns.second[column];
                float share = columns.share[column];
                float above = source[upper + left] + share * (source[upper + right] - source[upper + left]);
                float below = source[lower + left] + share * (source[lower + right] - source[lower + left]);
                target[row * width + column] = above + down * (below - above);
            }
        }
    }

    /** One cell of the enlarged map. */
    float sample(float[] source, int row, int column) {
        int upper = rows.first[row] * sourceColumns;
        int lower = rows.second[row] * sourceColumns;
        int left = columns.first[column];
        int right = columns.second[column];
        float share = columns.share[column];
        float above = source[upper + left] + share * (source[upper + right] - source[upper + left]);
        float below = source[lower + left] + share * (source[lower + right] - source[lower + left]);
        return above + rows.share[row] * (below - above);
    }
}
