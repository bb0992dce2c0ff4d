package org.posescope.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.ProgressUnit;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.cli.console.Version;
import org.posescope.cli.option.BoxSource;
import org.posescope.error.UserException;
import org.posescope.eval.coco.AnnotatedPerson;
import org.posescope.eval.coco.BoxedStages;
import org.posescope.eval.coco.CocoAnnotations;
import org.posescope.eval.coco.CocoBox;
import org.posescope.eval.coco.CocoCollector;
import org.posescope.eval.coco.CocoFolder;
import org.posescope.eval.coco.CocoPicture;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Networks;
import org.posescope.pipeline.people.Threads;
import org.posescope.pipeline.people.TopDownNetworks;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.pose.Box;
import org.posescope.report.CocoReport;
import org.posescope.report.RunDescription;
import org.posescope.report.RunMeter;
import org.posescope.report.RunReport;

/** Lets the networks of a preset find people in annotated pictures. */
final class CocoRun {
    private final CocoAnnotations truth;
    private final CocoFolder folder;
    private final BoxSource boxes;

    /** @throws UserException when a picture is missing */
    CocoRun(CocoAnnotations truth, Path images, BoxSource boxes) {
        this.truth = truth;
        this.boxes = boxes;
        this.folder = new CocoFolder(images, truth.pictures().stream()
                .filter(picture -> boxes == BoxSource.DETECTED || !boxed(picture).isEmpty()).toList());
    }

    /** Those who have a box and points. */
    private List<AnnotatedPerson> boxed(CocoPicture picture) {
        return truth.people(picture.id()).stream().filter(person -> !person.ignored()).toList();
    }

    /** @throws UserException when the run breaks off; a picture that cannot be looked at is only told */
    CocoFindings start(Plan plan, Networks networks) throws InterruptedException {
        RunMeter meter = new RunMeter();
        try (FramePool pool = new FramePool();
                CancelOnExit _ = CancelOnExit.ofThisThread();
                TerminalProgress progress = TerminalProgress.onConsole();
                FrameSource source = folder.open(pool)) {
            CocoCollector collector = new CocoCollector(folder, done -> {
                meter.result();
                progress.counted("Evaluating", done, folder.size(), ProgressUnit.FRAMES);
            });
            Engine engine = new Engine(EngineOptions.of(Policy.EXACT, Mode.ASYNC, plan.machine().framesInFlight()),
                    stages(plan, networks), new Playback(source, false, false), collector);
            EngineRun run = EngineRun.whole(engine, meter::started, () -> {},
                    cause -> new UserException("the evaluation broke off: " + cause.getMessage(), cause));
            List<String> failures = Stream.concat(source.warnings().stream(), collector.failures().stream()).toList();
            RunReport report = meter.report(run.figures(), RunDescription
                    .of(plan, networks, Policy.EXACT, Mode.ASYNC, Version.number()).with(Optional.empty(), failures));
            CocoReport.Settings settings = new CocoReport.Settings(boxes.toString(), plan.networks().flipTest(),
                    plan.machine().batch(), plan.following().minPresence(networks.usualThreshold()));
            return new CocoFindings(collector.found(), failures, Optional.of(settings), Optional.of(report));
        }
    }

    private List<StageSpec> stages(Plan plan, Networks networks) {
        if (boxes == BoxSource.DETECTED) {
            return networks.stages(plan, Optional.empty(), Mode.ASYNC);
        }
        if (networks instanceof TopDownNetworks topDown) {
            return new BoxedStages(topDown, this::boxes, Threads.of(plan.machine()), plan.machine().batch()).specs();
        }
        throw new UserException(networks.files().getFirst().card().id()
                + " finds all people of a picture in one look and takes no boxes; leave --boxes out");
    }

    private List<Box> boxes(Frame frame) {
        return boxed(folder.pictureOf(frame)).stream().map(AnnotatedPerson::box).map(CocoRun::box).toList();
    }

    private static Box box(CocoBox box) {
        return new Box((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
    }
}
