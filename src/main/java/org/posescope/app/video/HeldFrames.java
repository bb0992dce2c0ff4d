package org.posescope.app.video;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.posescope.app.player.ShownFrame;

/**
 * Holds the frames that the renderer may still read. JavaFX renders what one pulse prepared while the next pulse runs, and
 * finishes before the one after that; so a frame that was replaced is held for two more pulses. FX thread.
 */
final class HeldFrames implements AutoCloseable {
    private static final int PULSES = 2;

    private final Deque<Replaced> replaced = new ArrayDeque<>();
    private ShownFrame shown;
    private long pulse;

    private record Replaced(ShownFrame moment, long pulse) {}

    /** Takes over the moment that is shown from now on. */
    void show(ShownFrame moment) {
        if (shown != null) {
            replaced.add(new Replaced(shown, pulse));
        }
        shown = moment;
    }

    /** What is shown; stays held here. */
    Optional<ShownFrame> shown() {
        return Optional.ofNullable(shown);
    }

    /** A pulse begins: gives back what no renderer reads any more. */
    void pulse() {
        pulse++;
        while (!replaced.isEmpty() && pulse - replaced.peek().pulse() >= PULSES) {
            replaced.poll().moment().close();
        }
    }

    /** Gives back everything; nothing is rendered any more. */
    @Override
    public void close() {
        replaced.forEach(each -> each.moment().close());
        replaced.clear();
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }
}
