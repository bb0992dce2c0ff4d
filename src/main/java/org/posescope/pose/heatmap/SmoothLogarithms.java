package org.posescope.pose.heatmap;

/**
 * The logarithms of a heatmap that was smoothed with a Gaussian of the width that it was drawn with in training, and brought back to its
 * height (DarkPose, {@code lib/core/inference.py gaussian_blur}). There is nothing around a heatmap.
 */
final class SmoothLogarithms {
    /** From this many rows on networks are trained with the larger of two usual widths. */
    private static final int LARGE = 96;
    /** Taps of the kernels, for deviations of 2 and 3 cells in training. */
    private static final int SMALL_KERNEL = 11;
    private static final int LARGE_KERNEL = 17;

    private final double[] logarithms;
    private final int rows;
    private final int columns;

    /**
     * Of one map among those in an array.
     *
     * @param first  place of the map's first cell
     * @param lowest of the smoothed heights that are told apart
     * @param most   likewise
     */
    SmoothLogarithms(float[] cells, int first, int rows, int columns, double lowest, double most) {
        this.rows = rows;
        this.columns = columns;
        double[] kernel = kernel(rows >= LARGE ? LARGE_KERNEL : SMALL_KERNEL);
        double height = 0;
        double[] map = new double[rows * columns];
        for (int i = 0; i < map.length; i++) {
            map[i] = cells[first + i];
            height = i == 0 ? map[i] : Math.max(height, map[i]);
        }
        double[] smooth = along(along(map, kernel, 1, columns), kernel, columns, rows);
        double highest = smooth[0];
        for (double each : smooth) {
            highest = Math.max(highest, each);
        }
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = Math.log(Math.clamp(smooth[i] * height / highest, lowest, most));
        }
        logarithms = smooth;
    }

    /** As OpenCV draws it for so many taps. */
    private static double[] kernel(int taps) {
        double deviation = 0.3 * ((taps - 1) * 0.5 - 1) + 0.8;
        double[] kernel = new double[taps];
        double sum = 0;
        for (int i = 0; i < taps; i++) {
            double distance = i - (taps - 1) / 2.0;
            kernel[i] = Math.exp(-distance * distance / (2 * deviation * deviation));
            sum += kernel[i];
        }
        for (int i = 0; i < taps; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /**
     * Smoothed along one axis.
     *
     * @param step   from a cell to the next one along it
     * @param length cells along it
     */
    private static double[] along(double[] map, double[] kernel, int step, int length) {
        int reach = kernel.length / 2;
        double[] smooth = new double[map.length];
        for (int i = 0; i < map.length; i++) {
            int place = i / step % length;
            for (int tap = Math.max(-reach, -place); tap <= Math.min(reach, length - 1 - place); tap++) {
                smooth[i] += kernel[tap + reach] * map[i + tap * step];
            }
        }
        return smooth;
    }

    /** At a cell, or the nearest of those of the border. */
    double at(int row, int column) {
        return logarithms[Math.clamp(row, 0, rows - 1) * columns + Math.clamp(column, 0, columns - 1)];
    }
}
