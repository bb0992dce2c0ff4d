package org.posescope.pipeline.metrics;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * Durations of one kind: of the last interval and of the whole run. A writer waits at most for another one to write. HdrHistogram's
 * recorder, whose writers never wait, takes five arrays of counts instead of three, each twice as large.
 */
final class Timing {
    private static final int DIGITS = 3;

    private final Object writing = new Object();
    private final Histogram total = new Histogram(DIGITS);
    /** Of the interval that goes on; guarded by {@link #writing}. */
    private IntCountsHistogram current = new IntCountsHistogram(DIGITS);
    /** Empty, or of the interval that is being closed. */
    private IntCountsHistogram other = new IntCountsHistogram(DIGITS);

    void record(long nanos) {
        synchronized (writing) {
            current.recordValue(Math.max(0, nanos / 1000));
        }
    }

    /** Closes the interval since the last call. */
    synchronized Percentiles interval() {
        IntCountsHistogram closed;
        synchronized (writing) {
            closed = current;
            current = other;
        }
        total.add(closed);
        Percentiles percentiles = Percentiles.ofMicros(closed);
        closed.reset();
        other = closed;
        return percentiles;
    }

    /** Everything up to the last {@link #interval}. */
    synchronized Percentiles total() {
        return Percentiles.ofMicros(total);
    }
}
