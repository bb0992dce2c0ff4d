package org.posescope.app.measure;

import java.util.Collection;

/**
 * The degrees from bottom to top of a plot.
 *
 * @param low  at the bottom
 * @param high at the top, greater
 * @param step between lines
 */
record ValueAxis(double low, double high, double step) {
    private static final double LEAST = 10;
    private static final int MOST_LINES = 6;
    private static final double[] STEPS = {1, 2, 5, 10, 15, 30, 45, 90, 180, 360, 720, 1800, 3600};

    /** An axis that has all values of some curves between its ends, in whole steps. */
    static ValueAxis of(Collection<double[]> values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] curve : values) {
            for (double value : curve) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            low = 0;
            high = 0;
        }
        double missing = Math.max(0, LEAST - (high - low)) / 2;
        double step = step(high - low + 2 * missing);
        return new ValueAxis(step * Math.floor((low - missing) / step), step * Math.ceil((high + missing) / step),
                step);
    }

    private static double step(double range) {
        for (double step : STEPS) {
            if (range / step <= MOST_LINES) {
                return step;
            }
        }
        return Math.ceil(range / MOST_LINES);
    }

    /** 0 at the top, 1 at the bottom. */
    double fraction(double value) {
        return (high - value) / (high - low);
    }
}
