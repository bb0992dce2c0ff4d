package org.posescope.pipeline;

import java.util.Optional;

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
    private final Scenes scenes = new Scenes();
    private long nextSequence;

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
                Job job = job(taken, mode.get());
                admitted = true;
                metrics.admitted();
                stages.accept(job);
            }
        } finally {
            if (!admitted) {
                metrics.dropped(DropReason.CLOSED);
                taken.frame().close();
            }
        }
    }

    private Job job(PendingFrame taken, Mode mode) {
        Scenes.Place place = scenes.of(taken);
        Job job = new Job(nextSequence++, mode, taken, place);
        stages.recall().people(taken.source(), taken.frame(), place.followedMicros())
                .ifPresentOrElse(people -> {
                    scenes.recalled();
                    job.recall(people);
                    job.leftOut(stages.recall().leftOut(taken.source(), taken.frame()));
                    stages.recall().camera(taken.source(), taken.frame()).ifPresent(job::camera);
                }, () -> scenes.worked(taken, place));
        return job;
    }
}
