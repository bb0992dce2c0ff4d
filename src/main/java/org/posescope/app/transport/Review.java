package org.posescope.app.transport;

import java.util.Optional;

import org.posescope.app.player.Reel;
import org.posescope.frame.source.Span;

/** What was shown last of a live source, as a clip to look at while that is paused. One thread. */
final class Review {
    private final Reel reel;
    private Optional<Span> span = Optional.empty();

    Review(Reel reel) {
        this.reel = reel;
    }

    /** Takes what is held now, if it is enough to look at. */
    void begin() {
        span = reel.held();
    }

    void end() {
        span = Optional.empty();
    }

    boolean goesOn() {
        return span.isPresent();
    }

    /** Microseconds. */
    long length() {
        return span.map(held -> held.toMicros() - held.fromMicros()).orElse(0L);
    }

    /** Where it begins in the source, microseconds; of a source that goes on, its start. */
    long origin() {
        return span.map(Span::fromMicros).orElse(0L);
    }

    /**
     * Shows a frame, as {@link Reel#show}.
     *
     * @param micros from the begin, likewise the answer
     */
    long show(long micros, int steps) {
        return reel.show(origin() + Math.clamp(micros, 0, length()), steps) - origin();
    }
}
