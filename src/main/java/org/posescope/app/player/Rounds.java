package org.posescope.app.player;

import java.util.Optional;

import org.posescope.frame.source.Span;

/** What of a source is played again and again. Thread-safe. */
final class Rounds {
    private volatile boolean wanted = true;
    private volatile Span span = Span.WHOLE;

    /** Whether anything is. */
    void repeat(boolean repeated) {
        wanted = repeated;
    }

    void span(Span repeated) {
        span = repeated;
    }

    /** What begins again at its end; nothing while paused, when steps go on through the source. */
    Optional<Span> now(boolean paused) {
        return Optional.of(span).filter(any -> wanted && !paused);
    }
}
