package org.posescope.pipeline.metrics;

/** How long somebody has been at something. One thread works, any other looks. */
public final class BusyClock {
    private static final long IDLE = Long.MIN_VALUE;

    private volatile long sinceNanos = IDLE;

    public void begin() {
        sinceNanos = System.nanoTime();
    }

    public void end() {
        sinceNanos = IDLE;
    }

    /** 0 when nothing is under way. */
    public long nanos(long nowNanos) {
        long since = sinceNanos;
        return since == IDLE ? 0 : nowNanos - since;
    }
}
