package org.posescope.app.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.posescope.app.player.QuickPictures;
import org.posescope.app.player.SourceOpener;
import org.posescope.body.BodyModel;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.StepListener;
import org.posescope.frame.source.Span;
import org.posescope.frame.source.SpanSource;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.Recall;
import org.posescope.pipeline.kept.FoundPeople;
import org.posescope.pipeline.kept.KeptClips;
import org.posescope.pipeline.kept.MotionKey;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.people.StageFactory;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.MissingPictures;
import org.posescope.record.SceneFacts;
import org.posescope.report.FailedFrames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the people of every frame of a source, in an engine beside the one that plays, and keeps them where that is the clip that is
 * open.
 */
public final class ClipRun {
    private static final Logger LOG = LoggerFactory.getLogger(ClipRun.class);

    private final SourceOpener opener;
    private final StageFactory stages;
    private final KeptClips kept;
    private final QuickPictures pictures;

    /** How much of the machine it takes. */
    private enum Haste {
        /** One frame at a time and on one thread, so that the window goes on smoothly. */
        NONE,
        /** Many frames at a time, on all cores. */
        GREAT
    }

    /**
     * One way through a clip.
     *
     * @param recalls whether frames that were looked at before, with no frame left out, are not looked at again
     */
    private record Pass(Haste haste, Span span, boolean recalls) {}

    /** @param pictures get those of a clip that is analysed */
    public ClipRun(SourceOpener opener, StageFactory stages, KeptClips kept, QuickPictures pictures) {
        this.opener = opener;
        this.stages = stages;
        this.kept = kept;
        this.pictures = pictures;
    }

    /**
     * Hands all results to an output, on a thread of the engine, and waits for the end.
     *
     * @param scene  tells the output of the camera
     * @param output stays the caller's
     * @param frames told after each frame how many there were so far, on a thread of the engine
     * @throws UserException        when the source cannot be opened or something breaks on the way
     * @throws InterruptedException when the caller is interrupted; nothing is running any more then
     * @return what the user should know of it, one sentence each
     */
    private List<String> run(SourceInfo source, Plan plan, Pass pass, SceneFacts scene, FrameOutput output,
            LongConsumer frames) throws InterruptedException {
        FrameSource opened = opener.open(source.uri(), SourceOptions.DEFAULT.withPictures(pictureFps(source)),
                news -> LOG.warn("{}", news));
        MissingPictures missing = new MissingPictures(opened, output::missing);
        MotionKey key = MotionKey.of(plan, stages);
        Results results = new Results(scene, output, missing, frames, kept);
        FrameSource part = new SpanSource(opened, pass.span());
        EngineRun.whole(engine(part, plan, key, pass, results), ClipRun::told);
        // What a whole clip left behind may be more than all that the window needs afterwards.
        System.gc();
        missing.rest();
        if (results.complete && pass.span().equals(Span.WHOLE)) {
            kept.completed(source, key, results.places.build().toArray());
        }
        return results.failed.sentences();
    }

    /**
     * As {@link #run} without haste for an output that looks at the number and time of frames alone: where all of the clip is kept, no
     * frame is looked at again.
     *
     * @param span of the source
     * @param body whose parameters people have, by which the floor is found
     */
    List<String> motion(SourceInfo source, Plan plan, Span span, Optional<BodyModel> body, FrameOutput output,
            LongConsumer frames) throws InterruptedException {
        SceneFacts scene = SceneFacts.withFloor(body);
        Optional<Stream<FoundPeople>> all = kept.whole(source, MotionKey.of(plan, stages));
        if (all.isEmpty()) {
            return run(source, plan, new Pass(Haste.NONE, span, false), scene, output, frames);
        }
        AtomicLong index = new AtomicLong();
        try (FramePool pool = new FramePool(); Stream<FoundPeople> found = all.get()) {
            found.filter(each -> span.contains(each.positionMicros())).forEach(each -> {
                scene.at(each.positionMicros(), source.width(), source.height(), each.camera(), each.people())
                        .ifPresent(output::camera);
                try (Frame black = new Frame(pool.acquire(1, 1), index.get(), each.positionMicros(), 0)) {
                    output.accept(black, each.people());
                }
                frames.accept(index.incrementAndGet());
            });
        }
        return List.of();
    }

    /** What the user calls people of a source, by their identities. */
    Map<Integer, String> names(SourceInfo source) {
        return kept.names(source);
    }

    /** Goes through a clip in great haste, so that all of it is kept; arguments, result and exceptions as {@link #run}. */
    public List<String> analyse(SourceInfo source, Plan plan, LongConsumer frames) throws InterruptedException {
        List<String> failed = run(source, plan, new Pass(Haste.GREAT, Span.WHOLE, false), SceneFacts.ofCamera(),
                pictures.ofAll(source), frames);
        return failed.isEmpty() && !kept.isWhole(source, plan)
                ? List.of("the clip is too long for all that was found in it to be kept; an export looks at it again")
                : failed;
    }

    /**
     * Hands the frames of a part of a clip to an output, as {@link #run} in great haste; what is kept of them is not looked for again.
     */
    public List<String> frames(SourceInfo source, Plan plan, Span span, FrameOutput output, LongConsumer frames)
            throws InterruptedException {
        return run(source, plan, new Pass(Haste.GREAT, span, true), SceneFacts.ofCamera(), output, frames);
    }

    private static double pictureFps(SourceInfo source) {
        return source.kind() == SourceInfo.Kind.IMAGE_SEQUENCE ? source.fps() : 0;
    }

    private Engine engine(FrameSource opened, Plan plan, MotionKey key, Pass pass, EngineListener listener) {
        Plan machine = switch (pass.haste()) {
            case NONE -> plan.withMachine(plan.machine().withThreads(1)).besideWindow();
            case GREAT -> plan;
        };
        Mode mode = pass.haste() == Haste.NONE ? Mode.MIN_LATENCY : Mode.ASYNC;
        Playback playback = new Playback(opened, false, false);
        try {
            return new Engine(EngineOptions.of(Policy.EXACT, mode, machine.machine().framesInFlight()),
                    kept.keeping(stages.stages(machine, mode), key, true),
                    pass.recalls() ? kept.recallExact(key) : Recall.NOTHING, playback, listener);
        } catch (RuntimeException e) {
            playback.close();
            throw e;
        }
    }

    private static UserException told(Throwable cause) {
        if (cause instanceof UserException known) {
            return known;
        }
        LOG.error("a run through a clip failed", cause);
        return new UserException("Going through the clip stopped because of an unexpected error ("
                + cause.getClass().getSimpleName() + "); try again.", cause);
    }

    /** On the delivery thread. */
    private static final class Results implements EngineListener {
        private final SceneFacts scene;
        private final FrameOutput output;
        private final MissingPictures missing;
        private final LongConsumer frames;
        private final KeptClips kept;
        private final LongStream.Builder places = LongStream.builder();
        private final FailedFrames failed = new FailedFrames();
        private volatile boolean complete = true;

        /** @param scene tells the output of the camera */
        Results(SceneFacts scene, FrameOutput output, MissingPictures missing, LongConsumer frames, KeptClips kept) {
            this.scene = scene;
            this.output = output;
            this.missing = missing;
            this.frames = frames;
            this.kept = kept;
        }

        @Override
        public void ended(FrameResult result, StepListener steps) {
            if (result.outcome() != Outcome.RESULT) {
                complete = false;
            }
            if (result.outcome() != Outcome.STALE) {
                failed.add(result);
                places.add(result.frame().positionMicros());
                missing.before(result.frame());
                List<Person> people = kept.edited(result.source(), result.frame().positionMicros(), result.people());
                scene.at(result.frame(), result.camera(), people).ifPresent(output::camera);
                output.accept(result.frame(), people);
                frames.accept(result.sequence() + 1);
            }
        }
    }
}
