package org.posescope.pipeline;

/** Tells when a frame of a file is due, at its own pace times a speed. Used under the lock of its {@link Playback}. */
final class Pace {
    private static final long MAX_LAG_NANOS = 500_000_000;

    private boolean anchored;
    private long anchorNanos;
    private long anchorMicros;
    private double speed = 1;

    double speed() {
        return speed;
    }

    void speed(double newSpeed) {
        speed = newSpeed;
        forget();
    }

    /** The next frame is due at once, and time counts from it: after a pause, a seek or another source. */
    void forget() {
        anchored = false;
    }

    /** Nanoseconds to wait until a frame with this presentation time is due, 0 when it is late. */
    long waitFor(long ptsMicros, long nowNanos) {
        if (!anchored) {
            anchored = true;
            anchorNanos = nowNanos;
            anchorMicros = ptsMicros;
        }
        long due = anchorNanos + (long) ((ptsMicros - anchorMicros) * 1000 / speed);
        if (nowNanos - due > MAX_LAG_NANOS || ptsMicros < anchorMicros) {
            // Too late to catch up: go on from here instead of rushing through what was missed.
            anchorNanos = nowNanos;
            anchorMicros = ptsMicros;
            return 0;
        }
        return Math.max(0, due - nowNanos);
    }
}
