package org.posescope.pose.bottomup.paf;

/**
 * Maps enlarged to four times their sides by cubic convolution (Keys 1981) with a = -0.75, as OpenCV's {@code resize} with
 * {@code INTER_CUBIC} does: pixels are squares of the same plane, and beyond the border the map goes on as its last row and column.
 */
final class CubicEnlargement {
    static final int FACTOR = 4;

    private static final int TAPS = 4;
    private static final double A = -0.75;
    /** The taps of each of the four pixels that lie in a cell: weights of four neighbouring cells. */
    private static final float[][] WEIGHTS = weights();
    /** Of the same pixels, the first of these cells relative to their own. */
    private static final int[] FIRST = {-2, -2, -1, -1};

    private final int rows;
    private final int columns;
    private final float[] row;

    /** For maps of a size, in cells. */
    CubicEnlargement(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.row = new float[columns];
    }

    int rows() {
        return rows * FACTOR;
    }

    int columns() {
        return columns * FACTOR;
    }

    private static float[][] weights() {
        float[][] weights = new float[FACTOR][TAPS];
        for (int pixel = 0; pixel < FACTOR; pixel++) {
            double position = (pixel + 0.5) / FACTOR - 0.5;
            double t = position - Math.floor(position);
            weights[pixel][0] = (float) (A * t * (1 - t) * (1 - t));
            weights[pixel][1] = (float) (((A + 2) * t - (A + 3)) * t * t + 1);
            weights[pixel][2] = (float) (((A + 2) * (1 - t) - (A + 3)) * (1 - t) * (1 - t) + 1);
            weights[pixel][3] = (float) (A * t * t * (1 - t));
        }
        return weights;
    }

    /** Enlarges one row of a map whose cells begin at a place of an array. */
    void enlargeRow(float[] maps, int map, int y, float[] out, int at) {
        float[] w = WEIGHTS[y % FACTOR];
        int first = y / FACTOR + FIRST[y % FACTOR];
        int r0 = map + inside(first, rows) * columns;
        int r1 = map + inside(first + 1, rows) * columns;
        int r2 = map + inside(first + 2, rows) * columns;
        int r3 = map + inside(first + 3, rows) * columns;
        for (int c = 0; c < columns; c++) {
            row[c] = w[0] * maps[r0 + c] + w[1] * maps[r1 + c] + w[2] * maps[r2 + c] + w[3] * maps[r3 + c];
        }
        float[] a = WEIGHTS[0];
        float[] b = WEIGHTS[1];
        for (int c = 0; c < columns; c++) {
            float m2 = row[Math.max(c - 2, 0)];
            float m1 = row[Math.max(c - 1, 0)];
            float own = row[c];
            float p1 = row[Math.min(c + 1, columns - 1)];
            float p2 = row[Math.min(c + 2, columns - 1)];
            int x = at + c * FACTOR;
            out[x] = a[0] * m2 + a[1] * m1 + a[2] * own + a[3] * p1;
            out[x + 1] = b[0] * m2 + b[1] * m1 + b[2] * own + b[3] * p1;
            // The other two are the first two in a mirror.
            out[x + 2] = b[3] * m1 + b[2] * own + b[1] * p1 + b[0] * p2;
            out[x + 3] = a[3] * m1 + a[2] * own + a[1] * p1 + a[0] * p2;
        }
    }

    /** One pixel of an enlarged map. */
    float sample(float[] maps, int map, int x, int y) {
        float[] wx = WEIGHTS[x % FACTOR];
        float[] wy = WEIGHTS[y % FACTOR];
        int firstColumn = x / FACTOR + FIRST[x % FACTOR];
        int firstRow = y / FACTOR + FIRST[y % FACTOR];
        float sum = 0;
        for (int i = 0; i < TAPS; i++) {
            int start = map + inside(firstRow + i, rows) * columns;
            float line = 0;
            for (int k = 0; k < TAPS; k++) {
                line += wx[k] * maps[start + inside(firstColumn + k, columns)];
            }
            sum += wy[i] * line;
        }
        return sum;
    }

    private static int inside(int index, int length) {
        return Math.max(0, Math.min(index, length - 1));
    }
}
