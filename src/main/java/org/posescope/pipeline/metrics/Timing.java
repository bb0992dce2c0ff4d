package org.posescope.pipeline.metrics;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Durations of one kind: of the last interval and of the whole run. Writers never wait (HdrHistogram's recorder). */
final class Timing {
    private static final int DIGITS = 3;

    private final Recorder recorder = new Recorder(DIGITS);
    private final Histogram total = new Histogram(DIGITS);
    private Histogram interval;

    void record(long nanos) {
        recorder.recordValue(Math.max(0, nanos / 1000));
    }

    /** Closes the interval since the last call. */
    synchronized Percentiles interval() {
        interval = recorder.getIntervalHistogram(interval);
        total.add(interval);
        return Percentiles.ofMicros(interval);
    }

    /** Everything up to the last {@link #interval}. */
    synchronized Percentiles total() {
        return Percentiles.ofMicros(total);
    }
}
