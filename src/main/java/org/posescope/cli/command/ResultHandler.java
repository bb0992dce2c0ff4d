package org.posescope.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.posescope.body.WorldFrame;
import org.posescope.cli.console.RunProgress;
import org.posescope.draw.HudFigures;
import org.posescope.draw.view.Composer;
import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.report.FailedFrames;
import org.posescope.report.LeftOutPeople;
import org.posescope.report.RunMeter;

/** Draws, writes, prints and counts the results of a run without a window. */
final class ResultHandler implements EngineListener {
    private final Optional<Composer> composer;
    private final Outputs outputs;
    private final Optional<WorldFrame> world;
    private final Optional<RawResults> raw;
    private final RunProgress progress;
    private final RunMeter meter;
    private final SceneWatch scene;
    private final LeftOutPeople leftOut = new LeftOutPeople();
    private final FailedFrames failed = new FailedFrames();
    private final boolean lifted;
    private final AtomicReference<HudFigures> hud = new AtomicReference<>(HudFigures.NONE);

    /**
     * @param composer empty when nobody sees the pictures
     * @param world    in which files are written; empty: as the camera sees it
     * @param scene    follows the camera
     * @param lifted   whether what is seen in space is lifted from points in the picture
     */
    ResultHandler(Optional<Composer> composer, Outputs outputs, Optional<WorldFrame> world, Optional<RawResults> raw,
            RunProgress progress, RunMeter meter, SceneWatch scene, boolean lifted) {
        this.composer = composer;
        this.outputs = outputs;
        this.world = world;
        this.raw = raw;
        this.progress = progress;
        this.meter = meter;
        this.scene = scene;
        this.lifted = lifted;
    }

    @Override
    public void ended(FrameResult result, StepListener steps) {
        if (result.outcome() == Outcome.STALE) {
            return;
        }
        failed.add(result);
        scene.at(result).ifPresent(outputs::camera);
        if (composer.isPresent()) {
            try (Frame picture = draw(composer.get(), result, steps)) {
                write(picture, result, steps);
            }
        } else {
            write(result.frame(), result, steps);
        }
        raw.ifPresent(each -> each.print(result));
        leftOut.add(result);
        meter.result();
        progress.frame(result.sequence() + 1);
    }

    @Override
    public boolean needsPictures() {
        return composer.isPresent();
    }

    private void write(Frame picture, FrameResult result, StepListener steps) {
        long start = System.nanoTime();
        // A frame that failed is written too, without people, so that the output is as long as the source.
        outputs.accept(picture, result.frame(),
                world.map(each -> each.people(result.people())).orElse(result.people()));
        steps.took("write", System.nanoTime() - start);
    }

    /** The picture to record, to be closed by the caller. */
    private Frame draw(Composer composed, FrameResult result, StepListener steps) {
        long start = System.nanoTime();
        // Of single pictures nobody wants to know how fast they were.
        HudFigures figures = result.source().kind().still() ? HudFigures.NONE : hud.get();
        Frame picture = composed.compose(result.frame(), result.people(), figures);
        steps.took("draw", System.nanoTime() - start);
        return picture;
    }

    @Override
    public void measured(MetricsSnapshot snapshot) {
        hud.set(new HudFigures(snapshot.mode().label(), snapshot.interval().fps(), snapshot.interval().latency().p50(),
                snapshot.counts().dropped().values().stream().mapToLong(Long::longValue).sum(), lifted));
        progress.measured(snapshot);
    }

    @Override
    public void warned(String message) {
        progress.warn(message);
    }

    /** What is told once at the end: why the first frame that failed did, and who was left out. */
    List<String> warnings() {
        return Stream.concat(failed.sentences().stream(), leftOut.sentences().stream()).toList();
    }
}
