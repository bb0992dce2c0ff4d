package org.posescope.pipeline;

import java.util.Optional;
import java.util.OptionalLong;

import org.posescope.pipeline.metrics.DropReason;
import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.PendingFrame;

/** Lets frames in: takes one whenever the gate has a place for it and sends it through the stages. Used by one thread. */
final class Admission {
    private final Gate gate;
    private final Feed feed;
    private final StageChain stages;
    private final Metrics metrics;
    private long nextSequence;
    private long epoch = -1;
    private long lastMicros;

    Admission(Gate gate, Feed feed, StageChain stages, Metrics metrics) {
        this.gate = gate;
        this.feed = feed;
        this.stages = stages;
        this.metrics = metrics;
    }

    /** Lets frames in until the source has ended or the gate was closed; what broke the source, if that ended it. */
    Optional<Throwable> admitAll() throws InterruptedException {
        try {
            readAhead();
            while (gate.awaitPlace()) {
                PendingFrame taken = feed.take();
                if (taken == null) {
                    break;
                }
                admit(taken);
                readAhead();
            }
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(e);
        } finally {
            feed.forgetAhead();
        }
    }

    /** In async mode, a frame is admitted while others are worked on anyway. */
    private void readAhead() throws InterruptedException {
        if (gate.wanted() == Mode.MIN_LATENCY) {
            feed.readAhead();
        }
    }

    private void admit(PendingFrame taken) throws InterruptedException {
        boolean admitted = false;
        try {
            if (stages.changing()) {
                // Until the frames of the old models are through; they are stale, so that is soon.
                gate.awaitIdle();
                stages.changeOver(nextSequence);
            }
            // Waits again where the mode was switched meanwhile; without a mode the gate was closed.
            Optional<Mode> mode = gate.enter();
            if (mode.isPresent()) {
                admitted = true;
                metrics.admitted();
                stages.accept(new Job(nextSequence++, mode.get(), taken, gapMicros(taken)));
            }
        } finally {
            if (!admitted) {
                metrics.dropped(DropReason.CLOSED);
                taken.frame().close();
            }
        }
    }

    private OptionalLong gapMicros(PendingFrame taken) {
        long micros = taken.frame().ptsMicros();
        OptionalLong gap = taken.epoch() == epoch ? OptionalLong.of(micros - lastMicros) : OptionalLong.empty();
        epoch = taken.epoch();
        lastMicros = micros;
        return gap;
    }
}
