package org.posescope.frame.source;

import org.posescope.frame.SourceInfo;

/**
 * A stretch of a source, both ends included.
 *
 * @param fromMicros place in one pass
 * @param toMicros   likewise, not before the other
 */
public record Span(long fromMicros, long toMicros) {
    /** Times of frames are rounded to so much at most. */
    private static final double ROUNDED_MICROS = 1000;
    /** All of a source. */
    public static final Span WHOLE = new Span(0, Long.MAX_VALUE);

    public Span {
        if (toMicros < fromMicros) {
            throw new IllegalArgumentException("from " + fromMicros + " to " + toMicros);
        }
    }

    /** How many frames of a source at a constant rate lie in it, those at both ends too, one at least; 0 where that is not known. */
    public long frames(SourceInfo source) {
        double interval = source.intervalMicros();
        if (equals(WHOLE) || interval <= 0) {
            return Math.max(0, source.frameCount());
        }
        double slack = Math.min(ROUNDED_MICROS, interval / 4);
        long first = (long) Math.ceil((fromMicros - slack) / interval);
        long last = (long) Math.floor((toMicros + slack) / interval);
        long all = source.frameCount() > 0 ? source.frameCount() : Math.round(source.durationMicros() / interval);
        return Math.max(1, Math.min(last, all - 1) - Math.max(0, first) + 1);
    }

    public boolean contains(long positionMicros) {
        return fromMicros <= positionMicros && positionMicros <= toMicros;
    }
}
