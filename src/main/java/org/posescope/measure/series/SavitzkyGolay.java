package org.posescope.measure.series;

import java.util.Arrays;

import org.posescope.body.math.Cholesky;

/**
 * Smooths evenly sampled values and their derivatives by a polynomial fitted to a window around each (Savitzky and Golay 1964, "Smoothing
 * and differentiation of data by simplified least squares procedures"). The window is that many seconds at any frame rate. Near an end the
 * polynomial of the first or last whole window counts. Immutable.
 */
public final class SavitzkyGolay {
    private static final int ORDER = 3;

    private final double fps;
    private final int half;

    /**
     * A filter of third order.
     *
     * @param seconds of the window; no less than five samples are taken
     * @param fps     samples a second
     */
    public SavitzkyGolay(double seconds, double fps) {
        if (!(seconds > 0) || !(fps > 0)) {
            throw new IllegalArgumentException("no window of " + seconds + " s at " + fps + " samples a second");
        }
        this.fps = fps;
        this.half = Math.max(2, (int) Math.round(seconds * fps / 2));
    }

    /**
     * A derivative of values over time.
     *
     * @param values     NaN where nothing is known: nothing is carried over such a gap
     * @param derivative 0: the smoothed values, 1: per second, 2: per second squared
     * @return as many; NaN where nothing is known, and where fewer than four values follow each other
     */
    public double[] derivative(double[] values, int derivative) {
        double[] out = new double[values.length];
        Arrays.fill(out, Double.NaN);
        int from = 0;
        while (from < values.length) {
            int to = from;
            while (to < values.length && !Double.isNaN(values[to])) {
                to++;
            }
            if (to - from > ORDER) {
                run(values, from, to, derivative, out);
            }
            from = to + 1;
        }
        return out;
    }

    private void run(double[] values, int from, int to, int derivative, double[] out) {
        int size = Math.min(2 * half + 1, to - from);
        double[][] weights = new double[size][];
        for (int i = from; i < to; i++) {
            int start = Math.clamp(i - size / 2, from, to - size);
            int place = i - start;
            if (weights[place] == null) {
                weights[place] = weights(size, place, derivative);
            }
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += weights[place][k] * values[start + k];
            }
            out[i] = sum;
        }
    }

    /** What each sample of a window counts for the derivative at one of them. */
    private double[] weights(int size, int place, int derivative) {
        double[][] gram = new double[ORDER + 1][ORDER + 1];
        double[] times = new double[size];
        for (int k = 0; k < size; k++) {
            times[k] = (double) (k - place) / size;
            for (int row = 0; row <= ORDER; row++) {
                for (int column = 0; column <= ORDER; column++) {
                    gram[row][column] += Math.pow(times[k], row + column);
                }
            }
        }
        double[] wanted = new double[ORDER + 1];
        wanted[derivative] = Math.max(1, derivative) * Math.pow(fps / size, derivative);
        double[] polynomial = Cholesky.solve(gram, wanted);
        double[] weights = new double[size];
        for (int k = 0; k < size; k++) {
            for (int power = ORDER; power >= 0; power--) {
                weights[k] = weights[k] * times[k] + polynomial[power];
            }
        }
        return weights;
    }
}
