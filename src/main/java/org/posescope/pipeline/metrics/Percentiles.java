package org.posescope.pipeline.metrics;

import org.HdrHistogram.AbstractHistogram;

/** Times in milliseconds; all 0 when nothing was counted. */
public record Percentiles(long count, double p50, double p95, double p99, double max, double mean) {
    private static final double MICROS_PER_MILLI = 1000;
    private static final double[] PERCENTS = {50, 95, 99};

    /** One pass over what was counted gives what HdrHistogram's own methods give in four, each of them from 0 on. */
    static Percentiles ofMicros(AbstractHistogram micros) {
        long count = micros.getTotalCount();
        double[] millis = new double[PERCENTS.length];
        double sum = 0;
        long seen = 0;
        int found = 0;
        for (long value = micros.getMinValue(); seen < count; value = micros.nextNonEquivalentValue(value)) {
            long here = micros.getCountAtValue(value);
            seen += here;
            sum += (double) here * micros.medianEquivalentValue(value);
            while (found < PERCENTS.length && seen >= rank(PERCENTS[found], count)) {
                millis[found++] = micros.highestEquivalentValue(value) / MICROS_PER_MILLI;
            }
        }
        return new Percentiles(count, millis[0], millis[1], millis[2], micros.getMaxValue() / MICROS_PER_MILLI,
                count == 0 ? 0 : sum / count / MICROS_PER_MILLI);
    }

    /** Of the sorted times, the one that counts for a percentage; HdrHistogram's rounding. */
    private static double rank(double percent, long count) {
        return Math.max(1, Math.ceil(Math.nextDown(percent) * count / 100));
    }
}
