package org.posescope.app.player;

import java.util.Optional;

import org.posescope.frame.source.Span;

/** What is held of a live source, to look back at while it is paused. Calls wait for nothing. */
public interface Reel {
    /** Nothing is ever held. */
    Reel EMPTY = new Reel() {
        @Override
        public Optional<Span> held() {
            return Optional.empty();
        }

        @Override
        public long show(long positionMicros, int steps) {
            return positionMicros;
        }
    };

    /** From the first to the last frame; empty while there are not two. */
    Optional<Span> held();

    /**
     * Shows a frame with the people that were found in it.
     *
     * @param positionMicros its place, or one after it
     * @param steps          by how many frames it comes after the one of that place; negative: before
     * @return its place
     */
    long show(long positionMicros, int steps);
}
