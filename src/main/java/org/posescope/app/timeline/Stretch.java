package org.posescope.app.timeline;

/**
 * The part of a clip that is seen.
 *
 * @param from microseconds in the clip
 * @param to   behind the last that is seen; greater
 */
public record Stretch(long from, long to) {
    /** Nobody needs to look closer. */
    private static final long LEAST = 100_000;

    public long length() {
        return to - from;
    }

    /** The place of a time between the ends, 0 and 1; beyond them outside of that. */
    public double fraction(long micros) {
        return (double) (micros - from) / Math.max(1, length());
    }

    /** The time at a place between the ends. */
    public long at(double fraction) {
        return from + Math.round(fraction * length());
    }

    /** The same moved, or as far as a clip goes. */
    Stretch moved(long micros, long duration) {
        long start = Math.clamp(from + micros, 0, Math.max(0, duration - length()));
        return new Stretch(start, start + length());
    }

    /** Longer by a factor, or shorter, around a place that stays where it is. */
    Stretch scaled(double factor, double around, long duration) {
        long longest = Math.max(1, duration);
        long wanted = Math.clamp(Math.round(length() * factor), Math.min(LEAST, longest), longest);
        long start = at(around) - Math.round(around * wanted);
        return new Stretch(start, start + wanted).moved(0, duration);
    }
}
