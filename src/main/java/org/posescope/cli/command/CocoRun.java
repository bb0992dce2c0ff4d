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
import org.posescope.cli.option.ThreadOptions;
import org.posescope.error.UserException;
import org.posescope.eval.coco.AnnotatedPerson;
import org.posescope.eval.coco.CocoAnnotations;
import org.posescope.eval.coco.CocoBox;
import org.posescope.eval.coco.CocoCollector;
import org.posescope.eval.coco.CocoFolder;
import org.posescope.eval.coco.CocoPicture;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.BoxedPeopleStages;
import org.posescope.pipeline.people.PeopleModels;
import org.posescope.pipeline.people.PeopleOptions;
import org.posescope.pipeline.people.StoredModels;
import org.posescope.pipeline.people.Threads;
import org.posescope.pipeline.playback.Playback;
import org.posescope.pose.Box;
import org.posescope.report.CocoReport;
import org.posescope.report.RunDescription;
import org.posescope.report.RunMeter;
import org.posescope.report.RunReport;

/** Lets the networks of a preset find people in annotated pictures. */
final class CocoRun {
    /** More do not count by the protocol. */
    private static final int MOST_PEOPLE = 20;

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
    CocoFindings start(String preset, PeopleModels models, CocoReport.Settings settings, ThreadOptions options)
            throws InterruptedException {
        Threads threads = options.threads();
        RunMeter meter = new RunMeter();
        try (FramePool pool = new FramePool();
                CancelOnExit _ = CancelOnExit.ofThisThread();
                TerminalProgress progress = TerminalProgress.onConsole();
                FrameSource source = folder.open(pool)) {
            CocoCollector collector = new CocoCollector(folder, done -> {
                meter.result();
                progress.counted("Evaluating", done, folder.size(), ProgressUnit.FRAMES);
            });
            Engine engine = new Engine(EngineOptions.of(Policy.EXACT, Mode.ASYNC, options.requests()),
                    stages(models, settings, threads), new Playback(source, false, false), collector);
            try (engine) {
                engine.load();
                meter.started();
                engine.start();
                engine.awaitEnd();
            }
            engine.failure().ifPresent(cause -> {
                throw new UserException("the evaluation broke off: " + cause.getMessage(), cause);
            });
            List<String> failures = Stream.concat(source.warnings().stream(), collector.failures().stream()).toList();
            List<RunReport.Model> networks = models.files().stream()
                    .map(file -> RunReport.Model.of(file.card(), threads.alone(Mode.ASYNC))).toList();
            RunReport report = meter.report(engine.snapshot(), new RunDescription(Policy.EXACT, preset, networks,
                    options.requests(), threads.streams(), Optional.empty(), failures, Version.number()));
            return new CocoFindings(collector.found(), failures, Optional.of(settings), Optional.of(report));
        }
    }

    private List<StageSpec> stages(PeopleModels models, CocoReport.Settings settings, Threads threads) {
        if (boxes == BoxSource.DETECTED) {
            return models.stages(PeopleOptions.ofStills(settings.threshold(), MOST_PEOPLE, settings.batch()), threads,
                    Mode.ASYNC);
        }
        if (models instanceof StoredModels topDown) {
            return new BoxedPeopleStages(topDown, this::boxes, threads, settings.batch()).specs();
        }
        throw new UserException(models.files().getFirst().card().id()
                + " finds all people of a picture in one look and takes no boxes; leave --boxes out");
    }

    private List<Box> boxes(Frame frame) {
        return boxed(folder.pictureOf(frame)).stream().map(AnnotatedPerson::box).map(CocoRun::box).toList();
    }

    private static Box box(CocoBox box) {
        return new Box((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
    }
}
