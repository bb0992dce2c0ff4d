package org.posescope.measure.series;

import java.util.Optional;
import java.util.stream.IntStream;

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
        double[] known = IntStream.rangeClosed(Math.max(0, first), Math.min(last, values.length - 1))
                .mapToDouble(i -> values[i]).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double value : known) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            sum += value;
        }
        return Optional.of(new ValueRange(low, high, sum / known.length));
    }

    /** How far it goes from the least to the greatest. */
    public double width() {
        return high - low;
    }
}
