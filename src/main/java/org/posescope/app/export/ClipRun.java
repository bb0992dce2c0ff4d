package org.posescope.app.export;

import java.util.function.DoubleConsumer;

import org.posescope.app.player.PipelineChoice;
import org.posescope.app.player.SourceOpener;
import org.posescope.app.player.StageMaker;
import org.posescope.error.UserException;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.FrameResult;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.playback.Playback;
import org.posescope.record.FrameOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the people of every frame of a source, in an engine beside the one that plays: one frame at a time and on one thread, so
 * that the window goes on smoothly.
 */
public final class ClipRun {
    private static final Logger LOG = LoggerFactory.getLogger(ClipRun.class);
    /** Of a progress that is not known. */
    private static final double UNKNOWN = -1;

    private final SourceOpener opener;
    private final StageMaker stages;

    public ClipRun(SourceOpener opener, StageMaker stages) {
        this.opener = opener;
        this.stages = stages;
    }

    /**
     * Hands all results to an output, on a thread of the engine, and waits for the end.
     *
     * @param output   stays the caller's
     * @param progress told 0..1 after each frame, or a negative number where the length is not known, on a thread of the engine
     * @throws UserException        when the source cannot be opened or something breaks on the way
     * @throws InterruptedException when the caller is interrupted; nothing is running any more then
     */
    void run(SourceInfo source, PipelineChoice choice, FrameOutput output, DoubleConsumer progress)
            throws InterruptedException {
        try (Engine engine = engine(source, choice.withMachine(choice.device(), 1),
                new Results(output, source.frameCount(), progress))) {
            engine.start();
            engine.awaitEnd();
            if (engine.failure().isPresent()) {
                throw told(engine.failure().get());
            }
        }
    }

    private Engine engine(SourceInfo source, PipelineChoice choice, EngineListener listener) {
        FrameSource opened = opener.open(source.uri(), news -> LOG.warn("{}", news));
        Playback playback = new Playback(opened, false, false);
        try {
            return new Engine(EngineOptions.of(Policy.EXACT, Mode.MIN_LATENCY, 1),
                    stages.stages(choice, Mode.MIN_LATENCY), playback, listener);
        } catch (RuntimeException e) {
            playback.close();
            throw e;
        }
    }

    private static UserException told(Throwable cause) {
        if (cause instanceof UserException known) {
            return known;
        }
        LOG.error("an export failed", cause);
        return new UserException("The export stopped because of an unexpected error ("
                + cause.getClass().getSimpleName() + "); try again.", cause);
    }

    /** On the delivery thread. */
    private static final class Results implements EngineListener {
        private final FrameOutput output;
        private final long frames;
        private final DoubleConsumer progress;

        Results(FrameOutput output, long frames, DoubleConsumer progress) {
            this.output = output;
            this.frames = frames;
            this.progress = progress;
        }

        @Override
        public void ended(FrameResult result, StepListener steps) {
            if (result.outcome() != Outcome.STALE) {
                output.accept(result.frame(), result.people());
                progress.accept(frames > 0 ? Math.min(1, (result.sequence() + 1.0) / frames) : UNKNOWN);
            }
        }
    }
}
