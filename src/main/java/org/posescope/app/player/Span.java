package org.posescope.app.player;

/**
 * A stretch of a source, both ends included.
 *
 * @param fromMicros place in one pass
 * @param toMicros   likewise, not before the other
 */
public record Span(long fromMicros, long toMicros) {
    /** All of a source. */
    public static final Span WHOLE = new Span(0, Long.MAX_VALUE);

    public Span {
        if (toMicros < fromMicros) {
            throw new IllegalArgumentException("from " + fromMicros + " to " + toMicros);
        }
    }

    public boolean contains(long positionMicros) {
        return fromMicros <= positionMicros && positionMicros <= toMicros;
    }
}
