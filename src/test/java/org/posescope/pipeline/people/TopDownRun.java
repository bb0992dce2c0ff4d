package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.posescope.frame.FramePool;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Machine;
import org.posescope.pose.Person;
import org.posescope.testkit.EngineThreadCensus;
import org.posescope.testkit.FakeSource;

/**
 * A run of the stages of a top-down preset over a made-up film, to its end. It holds what must hold after every run: no frame is
 * read when it has ended, no frame is held, no network is open, no thread is left.
 */
final class TopDownRun {
    static final double FPS = 30;
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private final ScriptedNetworks networks;
    private Plan plan = plan(4);
    private Mode mode = Mode.MIN_LATENCY;
    private Function<FramePool, FakeSource> source;
    private BiConsumer<Engine, Ended> reaction = (_, _) -> {};

    /** How a frame ended. */
    record Ended(long index, Mode mode, Outcome outcome, List<Person> people, Optional<Throwable> cause) {
        List<Integer> ids() {
            return people.stream().map(Person::id).toList();
        }
    }

    TopDownRun(ScriptedNetworks networks, long frames) {
        this.networks = networks;
        this.source = pool -> FakeSource.video(pool, frames, FPS, WIDTH, HEIGHT);
    }

    /** Without smoothing, so that people are where the network sees them. */
    static Plan plan(int detectEvery) {
        return Plan.DEFAULT.withMachine(new Machine(2, 1, 4, 32))
                .withFollowing(new Following(OptionalDouble.empty(), detectEvery, true, false, 32, false));
    }

    TopDownRun with(Plan newPlan) {
        plan = newPlan;
        return this;
    }

    /** With so many threads and streams. */
    TopDownRun with(int threads, int streams, Mode newMode) {
        plan = plan.withMachine(new Machine(threads, streams, Math.max(4, streams + 2), plan.machine().batch()));
        mode = newMode;
        return this;
    }

    TopDownRun over(Function<FramePool, FakeSource> newSource) {
        source = newSource;
        return this;
    }

    /** Does something when a frame has ended. */
    TopDownRun then(BiConsumer<Engine, Ended> newReaction) {
        reaction = newReaction;
        return this;
    }

    /** How each frame ended, in order. */
    List<Ended> ended() throws InterruptedException {
        EngineThreadCensus census = new EngineThreadCensus();
        List<Ended> ended = new CopyOnWriteArrayList<>();
        List<Engine> running = new CopyOnWriteArrayList<>();
        try (FramePool pool = new FramePool()) {
            Engine engine = new Engine(EngineOptions.of(Policy.EXACT, mode, plan.machine().requests()),
                    new TopDownStages(networks.loaders(), plan, Optional.empty(), mode).specs(),
                    new Playback(source.apply(pool), false, false), (result, _) -> {
                        ended.add(of(result));
                        reaction.accept(running.getFirst(), ended.getLast());
                    });
            running.add(engine);
            try (engine) {
                engine.start();
                assertThat(engine.awaitEnd(TimeUnit.SECONDS.toNanos(20))).as(EngineThreadCensus::dump).isTrue();
            }
            assertThat(engine.failure()).isEmpty();
            assertThat(pool.lent()).as("frames that somebody still holds").isZero();
        }
        assertThat(networks.wrong()).isEmpty();
        assertThat(networks.open()).as("networks left open").isZero();
        assertThat(census.newcomers()).as("threads left behind").isEmpty();
        return List.copyOf(ended);
    }

    /** The people of each frame, by the frame's index; every frame has a result. */
    List<List<Person>> people() throws InterruptedException {
        List<Ended> ended = ended();
        assertThat(ended).extracting(Ended::outcome).containsOnly(Outcome.RESULT);
        return ended.stream().map(Ended::people).toList();
    }

    /** The ids of each frame, by the frame's index; every frame has a result. */
    List<List<Integer>> ids() throws InterruptedException {
        return people().stream().map(each -> each.stream().map(Person::id).collect(Collectors.toList())).toList();
    }

    /** As in the picture: what their points are in space is not what these runs are about. */
    private static Ended of(FrameResult result) {
        return new Ended(result.frame().index(), result.mode(), result.outcome(),
                result.people().stream()
                        .map(person -> new Person(person.id(), person.score(), person.box(), person.keypoints(),
                                Optional.empty(), Optional.empty(), person.body()))
                        .toList(),
                result.cause());
    }
}
