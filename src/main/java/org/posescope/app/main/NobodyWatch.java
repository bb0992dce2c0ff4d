package org.posescope.app.main;

/** Notices that a source shows nobody for so long that the user should be told; once a source. One thread. */
final class NobodyWatch {
    private static final long LONG_MICROS = 2_000_000;
    private static final int MANY_FRAMES = 25;

    private boolean told;
    private int frames;
    private long sinceMicros;

    /** Another source plays, or other networks look at it. */
    void begin() {
        told = false;
        frames = 0;
    }

    /**
     * A frame was looked at.
     *
     * @param micros  place of the frame in the source
     * @param nothing whether nobody was found in it
     * @param alone   whether no other frame follows
     * @return whether it is time to tell
     */
    boolean seen(long micros, boolean nothing, boolean alone) {
        if (!nothing) {
            frames = 0;
            return false;
        }
        if (frames++ == 0) {
            sinceMicros = micros;
        }
        return !told && (alone || frames >= MANY_FRAMES || micros - sinceMicros >= LONG_MICROS);
    }

    void told() {
        told = true;
    }
}
