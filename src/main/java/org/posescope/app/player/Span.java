package org.posescope.app.player;

import org.posescope.frame.SourceInfo;

/**
 * A stretch of a source, both ends included.
 *
 * @param fromMicros place in one pass
 * @param toMicros   likewise, not before the other
 */
public record Span(long fromMicros, long toMicros) {
    private static final double SECOND = 1e6;
    /** All of a source. */
    public static final Span WHOLE = new Span(0, Long.MAX_VALUE);

    public Span {
        if (toMicros < fromMicros) {
            throw new IllegalArgumentException("from " + fromMicros + " to " + toMicros);
        }
    }

    /** How many frames of a source that is, one at least; 0 where that is not known. */
    public long frames(SourceInfo source) {
        if (equals(WHOLE) || source.fps() <= 0) {
            return Math.max(0, source.frameCount());
        }
        long end = Math.min(toMicros, Math.max(fromMicros, source.durationMicros()));
        return Math.max(1, Math.round((end - fromMicros) / SECOND * source.fps()));
    }

    public boolean contains(long positionMicros) {
        return fromMicros <= positionMicros && positionMicros <= toMicros;
    }
}
