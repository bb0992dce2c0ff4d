package org.posescope.pipeline;

/** How long somebody has been at something. One thread works, any other looks. */
final class BusyClock {
    private static final long IDLE = Long.MIN_VALUE;

    private volatile long sinceNanos = IDLE;

    void begin() {
        sinceNanos = System.nanoTime();
    }

    void end() {
        sinceNanos = IDLE;
    }

    /** 0 when nothing is under way. */
    long nanos(long nowNanos) {
        long since = sinceNanos;
        return since == IDLE ? 0 : nowNanos - since;
    }
}
