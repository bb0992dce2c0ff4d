package org.posescope.app.player;

/** Learns whether frames come at a constant rate, from those that follow each other. One thread. */
final class Steadiness {
    /** So many steps from frame to frame are believed. */
    private static final int ENOUGH = 3;
    /** Share of the interval by which the time of a frame may differ from a constant rate, beside what a clock of milliseconds rounds. */
    private static final double JITTER = 0.1;
    private static final double ROUNDED_MICROS = 1000;
    private static final long NOWHERE = -1;

    private final double interval;
    private long last = NOWHERE;
    private int even;
    private boolean uneven;

    /** @param interval usual one between frames, microseconds */
    Steadiness(double interval) {
        this.interval = interval;
    }

    /** A frame that comes right behind the one before. */
    void frame(long positionMicros) {
        if (last != NOWHERE) {
            boolean usual = Math.abs(positionMicros - last - interval) <= JITTER * interval + ROUNDED_MICROS;
            even += usual ? 1 : 0;
            uneven |= !usual;
        }
        last = positionMicros;
    }

    /** The next frame is from elsewhere. */
    void elsewhere() {
        last = NOWHERE;
    }

    /** Whether the rate is known to be constant as far as frames were seen. */
    boolean steady() {
        return even >= ENOUGH && !uneven;
    }
}
