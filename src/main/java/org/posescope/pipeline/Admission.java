package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.posescope.pipeline.metrics.DropReason;
import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.PendingFrame;

/** Lets frames in: takes one whenever the gate has a place for it and sends it through the stages. Used by one thread. */
final class Admission {
    private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Gate gate;
    private final Feed feed;
    private final Chains chains;
    private final Metrics metrics;
    private final Consumer<List<String>> stuck;
    private long nextSequence;

    /** @param stuck told the names of stages that did not come back when others took their place */
    Admission(Gate gate, Feed feed, Chains chains, Metrics metrics, Consumer<List<String>> stuck) {
        this.gate = gate;
        this.feed = feed;
        this.chains = chains;
        this.metrics = metrics;
        this.stuck = stuck;
    }

    /**
     * Lets frames in until the source has ended or the gate was closed.
     *
     * @throws RuntimeException what the source threw
     */
    void admitAll() throws InterruptedException {
        while (gate.awaitPlace()) {
            PendingFrame taken = feed.take();
            if (taken == null) {
                return;
            }
            admit(taken);
        }
    }

    private void admit(PendingFrame taken) throws InterruptedException {
        boolean admitted = false;
        try {
            if (chains.changing()) {
                changeOver();
            }
            // Waits again where the mode was switched meanwhile; without a mode the gate was closed.
            Optional<Mode> mode = gate.enter();
            if (mode.isPresent()) {
                admitted = true;
                metrics.admitted();
                chains.admit(new Job(nextSequence++, mode.get(), taken));
            }
        } finally {
            if (!admitted) {
                metrics.dropped(DropReason.CLOSED);
                taken.frame().close();
            }
        }
    }

    /** Goes over to other models once the frames of the old ones are through; they are stale, so that is soon. */
    private void changeOver() throws InterruptedException {
        gate.awaitIdle();
        Optional<StageChain> before = chains.changeOver(nextSequence);
        if (before.isPresent()) {
            stuck.accept(before.get().stop(System.nanoTime() + STOP_NANOS));
        }
    }
}
