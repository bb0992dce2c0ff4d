package org.posescope.pipeline.playback;

/** Tells when a frame of a file is due, at its own pace times a speed. Used under the lock of its {@link Playback}. */
final class Pace {
    private static final long MAX_LAG_NANOS = 500_000_000;
    private static final double NANOS_PER_MICRO = 1000;

    private boolean anchored;
    private long anchorNanos;
    private double anchorMicros;
    private double speed = 1;

    /** Changes the speed from now on: what was played keeps its place, so that the next frame does not jump. */
    void speed(double newSpeed, long nowNanos) {
        if (anchored) {
            anchorMicros += (nowNanos - anchorNanos) * speed / NANOS_PER_MICRO;
            anchorNanos = nowNanos;
        }
        speed = newSpeed;
    }

    /** The next frame is due at once, and time counts from it: after a pause, a seek or another source. */
    void forget() {
        anchored = false;
    }

    /** Nanoseconds to wait until a frame with this presentation time is due, 0 when it is late. */
    long waitFor(long ptsMicros, long nowNanos) {
        if (!anchored) {
            anchor(ptsMicros, nowNanos);
        }
        long due = anchorNanos + (long) ((ptsMicros - anchorMicros) * NANOS_PER_MICRO / speed);
        if (nowNanos - due > MAX_LAG_NANOS) {
            // Too late to catch up: go on from here instead of rushing through what was missed.
            anchor(ptsMicros, nowNanos);
            return 0;
        }
        return Math.max(0, due - nowNanos);
    }

    private void anchor(long ptsMicros, long nowNanos) {
        anchored = true;
        anchorNanos = nowNanos;
        anchorMicros = ptsMicros;
    }
}
