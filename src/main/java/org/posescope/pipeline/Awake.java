package org.posescope.pipeline;

import java.util.concurrent.TimeUnit;

/**
 * For how long the process has not been stopped, by somebody who goes on later or by a computer that sleeps, as whoever asks often can tell: what
 * seems to take longer may have stood still meanwhile. Used by one thread.
 */
final class Awake {
    /** Nobody who asks many times a second is held up for so long. */
    private static final long STOPPED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long sinceNanos;
    private long lastNanos;

    /** @param nowNanos {@link System#nanoTime}, as in {@link #nanos} */
    Awake(long nowNanos) {
        this.sinceNanos = nowNanos;
        this.lastNanos = nowNanos;
    }

    long nanos(long nowNanos) {
        if (nowNanos - lastNanos > STOPPED_NANOS) {
            sinceNanos = nowNanos;
        }
        lastNanos = nowNanos;
        return nowNanos - sinceNanos;
    }
}
