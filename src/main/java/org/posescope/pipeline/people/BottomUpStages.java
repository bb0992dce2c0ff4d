package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pose.bottomup.BottomUpPose;

/**
 * The stages of a bottom-up preset: a network that finds the people of each frame by itself, several frames at a time, and a tracker that
 * tells who is who, frame after frame.
 */
public final class BottomUpStages {
    private final IntFunction<BottomUpPose> loader;
    private final PeopleOptions options;
    private final Threads threads;
    private final Mode firstMode;

    /**
     * @param loader    loads a copy of the network that uses so many threads
     * @param firstMode in which the run starts: its networks are loaded with the stages, the other mode's when it is first used
     */
    public BottomUpStages(IntFunction<BottomUpPose> loader, PeopleOptions options, Threads threads, Mode firstMode) {
        this.loader = loader;
        this.options = options;
        this.threads = threads;
        this.firstMode = firstMode;
    }

    public List<StageSpec> specs() {
        List<StageSpec> specs = new ArrayList<>(List.of(
                new StageSpec("pose", threads.streams(), this::wholeFrameStage),
                new StageSpec("track", 1, () -> new TrackStage(options)),
                new StageSpec("place", 1, () -> new PlaceStage(options))));
        options.body()
                .ifPresent(model -> specs.add(new StageSpec("body", 1, () -> new BodyStage(model, options.lens()))));
        return specs;
    }

    private WholeFrameStage wholeFrameStage() {
        PerMode<BottomUpPose> networks = new PerMode<>(mode -> loader.apply(threads.alone(mode)), BottomUpPose::close);
        networks.get(firstMode);
        return new WholeFrameStage(options, networks);
    }
}
