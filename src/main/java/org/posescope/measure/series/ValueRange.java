package org.posescope.measure.series;

import java.util.Optional;

/**
 * The extremes of values in a span.
 *
 * @param low  the least
 * @param high the greatest
 * @param mean of all
 */
public record ValueRange(double low, double high, double mean) {
    /**
     * Of values from one index to another, both included; those that are NaN do not count. Empty when none counts.
     */
    public static Optional<ValueRange> of(double[] values, int first, int last) {
        int known = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = Math.max(0, first); i <= Math.min(last, values.length - 1); i++) {
            double value = values[i];
            if (!Double.isNaN(value)) {
                known++;
                low = Math.min(low, value);
                high = Math.max(high, value);
                sum += value;
            }
        }
        return known == 0 ? Optional.empty() : Optional.of(new ValueRange(low, high, sum / known));
    }

    /** How far it goes from the least to the greatest. */
    public double width() {
        return high - low;
    }
}
