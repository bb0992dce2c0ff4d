package org.posescope.pipeline.metrics;

import org.HdrHistogram.Histogram;

/** Times in milliseconds; all 0 when nothing was counted. */
public record Percentiles(long count, double p50, double p95, double p99, double max, double mean) {
    private static final double MICROS_PER_MILLI = 1000;

    static Percentiles ofMicros(Histogram micros) {
        return new Percentiles(micros.getTotalCount(), micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(95) / MICROS_PER_MILLI, micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
                micros.getMaxValue() / MICROS_PER_MILLI,
                micros.getTotalCount() == 0 ? 0 : micros.getMean() / MICROS_PER_MILLI);
    }
}
