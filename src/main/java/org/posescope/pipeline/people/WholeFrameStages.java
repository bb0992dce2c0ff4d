package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

import org.posescope.body.BodyModel;
import org.posescope.body.lift.Lifter;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.pose.bottomup.BottomUpPose;

/**
 * The stages of a bottom-up preset: a network that finds the people of each frame by itself, several frames at a time, and a tracker that
 * tells who is who, frame after frame.
 */
public final class WholeFrameStages {
    private final IntFunction<BottomUpPose> loader;
    private final double usualThreshold;
    private final Plan plan;
    private final Optional<BodyModel> body;
    private final Threads threads;
    private final Mode firstMode;

    /**
     * @param loader         loads a copy of the network that uses so many threads
     * @param usualThreshold 0..1, of a person, where the plan says none
     * @param body           is fitted to everybody; empty: people get no body
     * @param firstMode      in which the run starts: its networks are loaded with the stages, the other mode's when it is first used
     */
    public WholeFrameStages(IntFunction<BottomUpPose> loader, double usualThreshold, Plan plan,
            Optional<BodyModel> body, Mode firstMode) {
        this.loader = loader;
        this.usualThreshold = usualThreshold;
        this.plan = plan;
        this.body = body;
        this.threads = Threads.of(plan.machine());
        this.firstMode = firstMode;
    }

    public List<StageSpec> specs() {
        // A stage that takes the place of a stuck one goes on counting.
        IntSupplier ids = new AtomicInteger()::incrementAndGet;
        List<StageSpec> specs = new ArrayList<>(List.of(
                new StageSpec("pose", threads.streams(), this::wholeFrameStage),
                new StageSpec("track", 1, () -> new TrackStage(plan.following(), usualThreshold, ids)),
                new StageSpec("place", 1, () -> new PlaceStage(plan, Lifter.bundled()))));
        body.ifPresent(
                model -> specs.add(new StageSpec("body", 1, () -> new BodyStage(model, plan.place()))));
        return specs;
    }

    private WholeFrameStage wholeFrameStage() {
        PerMode<BottomUpPose> networks = new PerMode<>(mode -> loader.apply(threads.alone(mode)), BottomUpPose::close);
        networks.get(firstMode);
        return new WholeFrameStage(plan.place(),
                plan.following().minPresence(usualThreshold), networks);
    }
}
