package org.posescope.app.video;

import java.util.Optional;
import java.util.function.Consumer;

import org.posescope.app.player.ShownFrame;

/**
 * Moments on their way to the screen. Where bodies are to be seen, a moment waits until its bodies are drawn, so that all that is shown
 * belongs to one moment; what comes meanwhile gives way to what is newer still. Holds its frames. One thread.
 */
final class Lineup implements AutoCloseable {
    private final Bodies bodies;
    private Optional<ShownFrame> waiting = Optional.empty();
    private Optional<ShownFrame> drawing = Optional.empty();
    private Consumer<ShownFrame> expectant = moment -> {};
    /** Something newer was shown without bodies. */
    private boolean outdated;

    /** Draws the bodies of one moment after the other. */
    interface Bodies {
        /** Begins, or asks for what was begun before; the one before is drawn. */
        void begin(ShownFrame moment);

        /** Whether the moment that was begun last is drawn. */
        boolean drawn();
    }

    /**
     * A moment to be shown now, which is the caller's.
     *
     * @param embodied whether its bodies are drawn
     */
    record Ready(ShownFrame moment, boolean embodied) {}

    Lineup(Bodies bodies) {
        this.bodies = bodies;
    }

    /** Names who hears of a moment when its bodies are begun; it stays this object's. */
    void expect(Consumer<ShownFrame> listener) {
        expectant = listener;
    }

    /** Takes over a moment. */
    void add(ShownFrame moment) {
        waiting.ifPresent(ShownFrame::close);
        waiting = Optional.of(moment);
    }

    /** Whether nothing is on its way. */
    boolean idle() {
        return waiting.isEmpty() && drawing.isEmpty();
    }

    /**
     * What is to be shown at this pulse, if anything new is.
     *
     * @param embodied whether bodies are to be seen
     */
    Optional<Ready> pulse(boolean embodied) {
        Optional<Ready> alone = embodied ? Optional.empty() : waitingAlone();
        Optional<Ready> ready = drawn().or(() -> alone);
        // What was drawn is shown before the next is begun, which takes its place.
        if (embodied && ready.isEmpty() && drawing.isEmpty() && waiting.isPresent()) {
            drawing = waiting;
            waiting = Optional.empty();
            outdated = false;
            expectant.accept(drawing.get());
            bodies.begin(drawing.get());
            ready = drawn();
        }
        return ready;
    }

    /** What is being drawn, once it is. */
    private Optional<Ready> drawn() {
        if (drawing.isEmpty() || !bodies.drawn()) {
            return Optional.empty();
        }
        ShownFrame drawn = drawing.get();
        drawing = Optional.empty();
        if (outdated) {
            drawn.close();
            return Optional.empty();
        }
        return Optional.of(new Ready(drawn, true));
    }

    private Optional<Ready> waitingAlone() {
        Optional<Ready> alone = waiting.map(moment -> new Ready(moment, false));
        outdated |= alone.isPresent();
        waiting = Optional.empty();
        return alone;
    }

    @Override
    public void close() {
        waiting.ifPresent(ShownFrame::close);
        drawing.ifPresent(ShownFrame::close);
        waiting = Optional.empty();
        drawing = Optional.empty();
    }
}
