package org.posescope.app.export;

import java.util.function.DoubleConsumer;

import org.posescope.app.player.SourceOpener;
import org.posescope.error.UserException;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.FrameResult;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.people.StageFactory;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.record.FrameOutput;
import org.posescope.record.MissingPictures;
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
    private final StageFactory stages;

    public ClipRun(SourceOpener opener, StageFactory stages) {
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
    void run(SourceInfo source, Plan plan, FrameOutput output, DoubleConsumer progress)
            throws InterruptedException {
        FrameSource opened = opener.open(source.uri(), pictureFps(source), news -> LOG.warn("{}", news));
        MissingPictures missing = new MissingPictures(opened, output::missing);
        EngineRun.whole(engine(opened, plan.withMachine(plan.machine().withThreads(1)).besideWindow(),
                new Results(output, missing, source.frameCount(), progress)), ClipRun::told);
        missing.rest();
    }

    private static double pictureFps(SourceInfo source) {
        return source.kind() == SourceInfo.Kind.IMAGE_SEQUENCE ? source.fps() : 0;
    }

    private Engine engine(FrameSource opened, Plan plan, EngineListener listener) {
        Playback playback = new Playback(opened, false, false);
        try {
            return new Engine(EngineOptions.of(Policy.EXACT, Mode.MIN_LATENCY, 1),
                    stages.stages(plan, Mode.MIN_LATENCY), playback, listener);
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
        private final MissingPictures missing;
        private final long frames;
        private final DoubleConsumer progress;

        Results(FrameOutput output, MissingPictures missing, long frames, DoubleConsumer progress) {
            this.output = output;
            this.missing = missing;
            this.frames = frames;
            this.progress = progress;
        }

        @Override
        public void ended(FrameResult result, StepListener steps) {
            if (result.outcome() != Outcome.STALE) {
                missing.before(result.frame());
                output.accept(result.frame(), result.people());
                progress.accept(frames > 0 ? Math.min(1, (result.sequence() + 1.0) / frames) : UNKNOWN);
            }
        }
    }
}
