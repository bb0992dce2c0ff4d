package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.regress.BodyRegressor;
import org.posescope.detect.PersonDetector;
import org.posescope.error.Cleanup;
import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pose.topdown.LimitedBatches;
import org.posescope.track.Tracker;
import org.posescope.track.TrackerSettings;

/** The stages of a top-down preset: a detector that finds people and a pose network that follows them. */
public final class PeopleStages {
    private final ModelFactory models;
    private final PeopleOptions options;
    private final Threads threads;
    private final Mode firstMode;

    /** @param firstMode in which the run starts: its networks are loaded with the stages, the other mode's when it is first used */
    public PeopleStages(ModelFactory models, PeopleOptions options, Threads threads, Mode firstMode) {
        this.models = models;
        this.options = options;
        this.threads = threads;
        this.firstMode = firstMode;
    }

    public List<StageSpec> specs() {
        DetectSchedule schedule = new DetectSchedule(options.detectEvery());
        List<StageSpec> specs = new ArrayList<>(List.of(
                new StageSpec("detect", threads.streams(),
                        () -> new DetectStage(schedule, detectors(firstMode), threads.looksBeside())),
                new StageSpec("pose", 1, this::poseStage), new StageSpec("place", 1, () -> new PlaceStage(options))));
        if (models.regressesBodies()) {
            specs.add(new StageSpec("body", 1, this::regressStage));
        } else {
            options.body().ifPresent(
                    model -> specs.add(new StageSpec("body", 1, () -> new BodyStage(model, options.lens()))));
        }
        return specs;
    }

    private RegressStage regressStage() {
        PerMode<BodyRegressor> regressors = new PerMode<>(mode -> models.body(threads.alone(mode)),
                BodyRegressor::close);
        RegressStage stage = new RegressStage(regressors, options);
        regressors.get(firstMode);
        return stage;
    }

    private PoseStage poseStage() {
        PerMode<PersonDetector> detectors = threads.looksBeside() ? detectors(firstMode) : newDetectors();
        PerMode<PoseCrew> crews = new PerMode<>(this::crew, PoseCrew::close);
        Cleanup.onFailure(() -> crews.get(firstMode), detectors::close);
        return new PoseStage(options, detectors, crews,
                new Tracker(options.tracker().orElseGet(TrackerSettings::defaults)));
    }

    private PoseCrew crew(Mode mode) {
        return new PoseCrew(count -> new LimitedBatches(models.pose(count), options.batch()), threads.alone(mode),
                threads.beside(), threads.streams());
    }

    private PerMode<PersonDetector> detectors(Mode mode) {
        PerMode<PersonDetector> detectors = newDetectors();
        detectors.get(mode);
        return detectors;
    }

    private PerMode<PersonDetector> newDetectors() {
        return new PerMode<>(mode -> models.detector(threads.alone(mode)), PersonDetector::close);
    }
}
