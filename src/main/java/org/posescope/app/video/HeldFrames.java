package org.posescope.app.video;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.posescope.app.player.ShownFrame;
import org.posescope.frame.Frame;

/**
 * Holds what is shown and the pixels that the renderer may still read. JavaFX renders what one pulse prepared while the next pulse runs,
 * and finishes before the one after that; so pixels that were replaced are held for two more pulses. FX thread.
 */
final class HeldFrames implements AutoCloseable {
    private static final int PULSES = 2;

    private final Deque<Replaced> replaced = new ArrayDeque<>();
    private ShownFrame shown;
    private Frame rendered;
    private long pulse;

    private record Replaced(Frame pixels, long pulse) {}

    /**
     * Takes over the moment that is shown from now on.
     *
     * @param pixels one of its pictures, which is rendered
     */
    void show(ShownFrame moment, Frame pixels) {
        render(pixels);
        if (shown != null) {
            shown.close();
        }
        shown = moment;
    }

    /** Other pixels of the same moment are rendered from now on. */
    void render(Frame pixels) {
        Frame before = rendered;
        rendered = pixels.retain();
        if (before != null) {
            replaced.add(new Replaced(before, pulse));
        }
    }

    /** What is shown; stays held here. */
    Optional<ShownFrame> shown() {
        return Optional.ofNullable(shown);
    }

    /** The picture of it that is rendered; stays held here. */
    Frame rendered() {
        return rendered;
    }

    /** A pulse begins: gives back what no renderer reads any more. */
    void pulse() {
        pulse++;
        while (!replaced.isEmpty() && pulse - replaced.peek().pulse() >= PULSES) {
            replaced.poll().pixels().close();
        }
    }

    /** Gives back everything; nothing is rendered any more. */
    @Override
    public void close() {
        replaced.forEach(each -> each.pixels().close());
        replaced.clear();
        if (shown != null) {
            shown.close();
            rendered.close();
            shown = null;
            rendered = null;
        }
    }
}
