package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

import org.posescope.body.BodyModel;
import org.posescope.body.lift.Lifter;
import org.posescope.body.regress.BodyRegressor;
import org.posescope.detect.PersonDetector;
import org.posescope.error.Cleanup;
import org.posescope.error.UserException;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.DetectSchedule.Calm;
import org.posescope.pipeline.people.crew.PoseCrew;
import org.posescope.pipeline.people.crew.Relay;
import org.posescope.pipeline.people.foresight.Foresight;
import org.posescope.pipeline.people.shared.Copies;
import org.posescope.pipeline.people.shared.Copies.SharedDetector;
import org.posescope.pipeline.people.shared.Copies.SharedPose;
import org.posescope.pipeline.people.sighting.Sight;
import org.posescope.plan.Plan;
import org.posescope.pose.Face;
import org.posescope.pose.Hand;
import org.posescope.pose.detail.PartFinder;
import org.posescope.pose.topdown.LimitedBatches;
import org.posescope.pose.topdown.TopDownPose;
import org.posescope.track.Tracker;
import org.posescope.track.TrackerSettings;

/** The stages of a top-down preset: a detector that finds people and a pose network that follows them. */
public final class TopDownStages {
    private final Loaders networks;
    private final Plan plan;
    private final Optional<BodyModel> body;
    private final Threads threads;
    private final Mode firstMode;
    private final Map<Integer, Copies<PersonDetector>> detectors = new ConcurrentHashMap<>();
    private final Map<Integer, Copies<TopDownPose>> poses = new ConcurrentHashMap<>();

    /**
     * Loads networks whose calls may use so many threads; each call loads one anew, which the caller closes.
     *
     * @param regressor of bodies; empty: bodies are fitted
     * @param parts     find hands and faces; empty: nobody looks for them
     * @param sight     how people are looked for with them
     */
    public record Loaders(IntFunction<PersonDetector> detector, IntFunction<TopDownPose> pose,
            Optional<IntFunction<BodyRegressor>> regressor, Optional<PartLoaders> parts, Sight sight) {}

    /** Likewise, what finds hands and faces. */
    public record PartLoaders(IntFunction<PartFinder<Hand>> hands, IntFunction<PartFinder<Face>> face) {}

    /**
     * @param body      is fitted to everybody; empty: people get no body
     * @param firstMode in which the run starts: its networks are loaded with the stages, the other mode's when it is first used
     */
    public TopDownStages(Loaders networks, Plan plan, Optional<BodyModel> body, Mode firstMode) {
        this.networks = networks;
        this.plan = plan;
        this.body = body;
        this.threads = Threads.of(plan.machine());
        this.firstMode = firstMode;
    }

    public List<StageSpec> specs() {
        DetectSchedule schedule = new DetectSchedule(plan.following().detectEvery());
        Foresight foresight = new Foresight(threads.streams());
        Relay relay = relay();
        Calm calm = new Calm(plan.machine().framesInFlight());
        List<StageSpec> specs = new ArrayList<>();
        StageSpec detect = new StageSpec("detect", threads.streams(), () -> detectStage(schedule, calm));
        if (threads.streams() > 1) {
            specs.add(detect.besideNext());
            specs.add(new StageSpec("foresee", threads.streams(), () -> foreseeStage(foresight, relay))
                    .withAhead(threads.streams()));
        } else {
            specs.add(detect);
        }
        // A stage that takes the place of a stuck one goes on counting.
        IntSupplier ids = new AtomicInteger()::incrementAndGet;
        specs.add(new StageSpec("pose", 1, () -> poseStage(foresight, relay, calm, ids)));
        networks.parts().ifPresent(parts -> {
            specs.add(new StageSpec("hands", 1, () -> partStage("hands", PartKind.HANDS, parts.hands())));
            specs.add(new StageSpec("face", 1, () -> partStage("face", PartKind.FACE, parts.face())));
        });
        specs.add(new StageSpec("place", 1, () -> new PlaceStage(plan, Lifter.bundled())));
        if (networks.regressor().isPresent()) {
            if (plan.place().height() > 0 || plan.place().scale() > 0) {
                throw new UserException(
                        "the network of this preset says how large bodies are; leave out the known height or length.");
            }
            specs.add(new StageSpec("body", 1, () -> regressStage(networks.regressor().get())));
        } else {
            body.ifPresent(model -> specs
                    .add(new StageSpec("body", 1, () -> new BodyStage(model, plan.place()))));
        }
        return specs;
    }

    private <P> PartStage<P> partStage(String name, List<PartKind<P>> kinds, IntFunction<PartFinder<P>> loader) {
        PerMode<Crew<PartFinder<P>>> crews = new PerMode<>(_ -> new Crew<>(() -> loader.apply(threads.beside()),
                PartFinder::close, "posescope-" + name + "-helper", threads.streams()), Crew::close);
        crews.get(firstMode);
        return new PartStage<>(kinds, crews);
    }

    private RegressStage regressStage(IntFunction<BodyRegressor> loader) {
        PerMode<BodyRegressor> regressors = new PerMode<>(mode -> loader.apply(threads.alone(mode)),
                BodyRegressor::close);
        RegressStage stage = new RegressStage(regressors, plan, body);
        regressors.get(firstMode);
        return stage;
    }

    private DetectStage detectStage(DetectSchedule schedule, Calm calm) {
        PerMode<PersonDetector> looks = detectors(firstMode);
        Optional<Opening> opening = threads.streams() == 1
                ? Optional.empty()
                : Optional.of(new Opening(Cleanup.onFailure(this::sharedPoses, looks::close), networks.sight(),
                        plan.following()));
        return new DetectStage(schedule, calm, looks, threads.looksBeside(), opening);
    }

    private ForeseeStage foreseeStage(Foresight foresight, Relay relay) {
        return new ForeseeStage(foresight, relay, sharedPoses());
    }

    /** Loaded at once where they are used from the beginning. */
    private PerMode<TopDownPose> sharedPoses() {
        PerMode<TopDownPose> made = new PerMode<>(_ -> pose(threads.beside()), TopDownPose::close);
        if (firstMode == Mode.ASYNC) {
            made.get(firstMode);
        }
        return made;
    }

    private PoseStage poseStage(Foresight foresight, Relay relay, Calm calm, IntSupplier ids) {
        PerMode<PersonDetector> looks = threads.looksBeside() ? detectors(firstMode) : newDetectors();
        PerMode<PoseCrew> crews = new PerMode<>(
                mode -> crew(mode, mode == Mode.ASYNC ? relay : relay()), PoseCrew::close);
        Cleanup.onFailure(() -> crews.get(firstMode), looks::close);
        return new PoseStage(plan.following(), networks.sight(), looks, crews, foresight, calm,
                new Tracker(TrackerSettings.defaults().withHighScore(minPresence()), ids));
    }

    private float minPresence() {
        return plan.following().minPresence(networks.sight().usualThreshold());
    }

    private Relay relay() {
        return new Relay(minPresence());
    }

    private PoseCrew crew(Mode mode, Relay relay) {
        return new PoseCrew(this::pose, threads.alone(mode), threads.beside(), threads.streams(), relay);
    }

    private TopDownPose pose(int count) {
        return new SharedPose(poses.computeIfAbsent(count, _ -> new Copies<>(
                () -> new LimitedBatches(networks.pose().apply(count), plan.machine().batch()), TopDownPose::close,
                threads.copies(count))));
    }

    private PersonDetector detector(int count) {
        return new SharedDetector(detectors.computeIfAbsent(count, _ -> new Copies<>(
                () -> networks.detector().apply(count), PersonDetector::close, threads.detectorCopies(count))));
    }

    private PerMode<PersonDetector> detectors(Mode mode) {
        PerMode<PersonDetector> made = newDetectors();
        made.get(mode);
        return made;
    }

    private PerMode<PersonDetector> newDetectors() {
        return new PerMode<>(mode -> detector(threads.alone(mode)), PersonDetector::close);
    }
}
