package org.posescope.app.pulse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * Work of the FX thread from pulse to pulse: processor time of the whole thread between two pulses, which holds the handling of
 * events, the update of the scene, CSS, layout and the hand-over to the renderer, but no waiting. FX thread, except
 * {@link #report}.
 */
public final class PulseProbe {
    private static final double MICROS_PER_MILLI = 1000;
    private static final int DIGITS = 3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Histogram work = new Histogram(DIGITS);
    private final Histogram gap = new Histogram(DIGITS);
    private long lastCpu = -1;
    private long lastTime;

    /**
     * What was measured, in milliseconds.
     *
     * @param work50  median processor time of a pulse
     * @param work99  its 99th percentile
     * @param workMax its maximum
     * @param gapMax  the longest time between two pulses, with all waiting
     */
    public record Report(long pulses, double work50, double work99, double workMax, double gapMax) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "%d pulses; work p50 %.2f ms, p99 %.2f ms, max %.1f ms; longest gap %.1f ms", pulses, work50,
                    work99, workMax, gapMax);
        }
    }

    /** A pulse begins. */
    public void pulse() {
        long cpu = threads.getCurrentThreadCpuTime();
        long time = System.nanoTime();
        if (lastCpu >= 0) {
            synchronized (this) {
                work.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, cpu - lastCpu)));
                gap.recordValue(TimeUnit.NANOSECONDS.toMicros(time - lastTime));
            }
        }
        lastCpu = cpu;
        lastTime = time;
    }

    /** Forgets what was measured, for example to leave out the start. */
    public synchronized void reset() {
        work.reset();
        gap.reset();
    }

    /** What was measured so far. Any thread. */
    public synchronized Report report() {
        return new Report(work.getTotalCount(), work.getValueAtPercentile(50) / MICROS_PER_MILLI,
                work.getValueAtPercentile(99) / MICROS_PER_MILLI, work.getMaxValue() / MICROS_PER_MILLI,
                gap.getMaxValue() / MICROS_PER_MILLI);
    }
}
