package org.posescope.app.scene3d.software;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import javafx.animation.AnimationTimer;

/**
 * Keeps shots that were replaced on the screen until no renderer reads them any more. JavaFX renders what one pulse prepared while the next
 * pulse runs, and finishes before the one after that; who drew on a shot before then would show half of another moment. FX thread.
 */
final class RestingShots extends AnimationTimer {
    private static final int PULSES = 2;

    private final Deque<Resting> resting = new ArrayDeque<>();
    private final Consumer<Shot> rested;
    private long pulse;

    private record Resting(Shot shot, long since) {}

    /** @param rested told of each shot that may be drawn on again */
    RestingShots(Consumer<Shot> rested) {
        this.rested = rested;
    }

    /** Another shot is shown in place of this one from the next pulse on. */
    void rest(Shot replaced) {
        resting.add(new Resting(replaced, pulse));
        start();
    }

    @Override
    public void handle(long now) {
        pulse++;
        while (!resting.isEmpty() && pulse - resting.peek().since() >= PULSES) {
            rested.accept(resting.poll().shot());
        }
        if (resting.isEmpty()) {
            stop();
        }
    }
}
