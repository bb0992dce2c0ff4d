package org.posescope.body.floor;

import java.util.List;

/**
 * Notices that what is taken for the floor is none: for a while nobody has stood on it, though people stood. The camera has moved, or the
 * picture is of another place. Used by one thread at a time.
 */
final class FloorDoubt {
    /** Feet farther from the floor are not on it, metres. */
    private static final double REACH = 0.3;
    /** Nobody stands below a floor; above it people stand on things, and jump. */
    private static final long BELOW_MICROS = 600_000;
    private static final long ABOVE_MICROS = 3_000_000;

    private long since = Long.MIN_VALUE;
    private boolean below;

    /**
     * Takes a frame, and says whether the floor is to be looked for anew.
     *
     * @param heights of the feet that stand, above what is taken for the floor, metres
     */
    boolean at(long micros, List<Double> heights) {
        if (heights.isEmpty()) {
            return false;
        }
        if (heights.stream().anyMatch(height -> Math.abs(height) <= REACH)) {
            forget();
            return false;
        }
        boolean anyBelow = heights.stream().anyMatch(height -> height < 0);
        if (since == Long.MIN_VALUE || below != anyBelow) {
            since = micros;
            below = anyBelow;
        }
        boolean doubted = micros - since >= (below ? BELOW_MICROS : ABOVE_MICROS);
        if (doubted) {
            forget();
        }
        return doubted;
    }

    void forget() {
        since = Long.MIN_VALUE;
    }
}
