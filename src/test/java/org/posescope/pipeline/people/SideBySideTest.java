package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.frame.FramePool;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pose.Box;
import org.posescope.pose.Person;
import org.posescope.testkit.FakeSource;

/** Frames that are seen side by side in async mode, with networks that know where people are and take their time. */
class SideBySideTest {
    private static final Box START = new Box(40, 100, 50, 120);
    private static final int ROUNDS = 20;

    private static ScriptedNetworks slow(int millis, ScriptedPerson... people) {
        return new ScriptedNetworks(List.of(people)).onPose((_, _) -> pause(millis));
    }

    private static void pause(int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static TopDownRun run(ScriptedNetworks networks, long frames, int streams) {
        return new TopDownRun(networks, frames).with(streams, streams, Mode.ASYNC);
    }

    /** Walks to and fro, and turns round within a frame. */
    private static ScriptedPerson pacing(int turnEvery) {
        return new ScriptedPerson(frame -> {
            long phase = frame % (2L * turnEvery);
            return new Box(START.x() + 6 * Math.min(phase, 2L * turnEvery - phase), START.y(), START.width(),
                    START.height());
        }, _ -> true, 0.9f);
    }

    /** What is seen, of so many frames. */
    private interface Film {
        FakeSource of(FramePool pool, long frames);
    }

    private static FakeSource video(FramePool pool, long frames) {
        return FakeSource.video(pool, frames, TopDownRun.FPS, TopDownRun.WIDTH, TopDownRun.HEIGHT);
    }

    private static FakeSource pictures(FramePool pool, long frames) {
        return FakeSource.images(pool, frames, TopDownRun.WIDTH, TopDownRun.HEIGHT);
    }

    /** Frames a second once as many are in flight as may be. */
    private static double rate(int streams, Film film) throws InterruptedException {
        int first = 4 * streams;
        int last = first + 40 * streams;
        List<Long> ended = new ArrayList<>();
        run(slow(20, ScriptedPerson.walking(START, 0.5f)), last + 1, streams)
                .over(pool -> film.of(pool, last + 1))
                .then((_, _) -> ended.add(System.nanoTime())).ended();
        return (last - first) * 1e9 / (ended.get(last) - ended.get(first));
    }

    /** How often as many frames a second streams work off as one does. */
    private static double growth(int streams, Film film) throws InterruptedException {
        double alone = 0;
        double together = 0;
        // The fastest round of each, so that others on the machine are not measured.
        for (int round = 0; round < ROUNDS && together <= 0.9 * streams * alone; round++) {
            alone = Math.max(alone, rate(1, film));
            together = Math.max(together, rate(streams, film));
        }
        return together / alone;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void throughput_grows_with_the_streams(int streams) throws InterruptedException {
        assertThat(growth(streams, SideBySideTest::video)).isGreaterThan(0.9 * streams);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void single_pictures_are_seen_side_by_side(int streams) throws InterruptedException {
        assertThat(growth(streams, SideBySideTest::pictures)).isGreaterThan(0.9 * streams);
    }

    @Test
    void results_depend_on_the_streams_and_not_on_who_is_faster() throws InterruptedException {
        List<List<List<Person>>> runs = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            ScriptedNetworks networks = new ScriptedNetworks(
                    List.of(pacing(7),
                            ScriptedPerson.walking(new Box(400, 90, 60, 140), 2).seenIn(frame -> frame > 20)))
                    .onPose((_, _) -> {
                        synchronized (random) {
                            pause(random.nextInt(4));
                        }
                    });
            runs.add(run(networks, 80, 4).people());
        }

        assertThat(runs.get(1)).isEqualTo(runs.getFirst());
        assertThat(runs.get(2)).isEqualTo(runs.getFirst());
    }

    @Test
    void one_stream_sees_what_min_latency_sees() throws InterruptedException {
        assertThat(run(new ScriptedNetworks(List.of(pacing(7))), 60, 1).people())
                .isEqualTo(new TopDownRun(new ScriptedNetworks(List.of(pacing(7))), 60).people());
    }

    @Test
    void who_is_not_where_they_were_foretold_is_seen_again_and_counted() throws InterruptedException {
        AtomicLong again = new AtomicLong();
        ScriptedNetworks networks = new ScriptedNetworks(List.of(pacing(20)));

        List<TopDownRun.Ended> ended = run(networks, 81, 4).then((engine, frame) -> {
            if (frame.index() == 80) {
                again.set(engine.snapshot().total().steps().get("again").count());
            }
        }).ended();

        assertThat(ended.stream().map(each -> each.people().getFirst().withScore(1)).toList())
                .isEqualTo(IntStream.rangeClosed(0, 80)
                        .mapToObj(frame -> pacing(20).person(frame, 1).withId(1)).toList());
        assertThat(again.get()).isBetween(3L, 30L);
        assertThat(networks.poses()).hasSizeGreaterThan(81 + (int) again.get() - 4);
    }

    @Test
    void somebody_who_walks_straight_on_is_seen_once_a_frame() throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(List.of(ScriptedPerson.walking(START, 5)));

        run(networks, 60, 4).people();

        assertThat(networks.poses().stream().filter(call -> call.frame() > 8)).hasSize(60 - 9);
    }

    /** Three who stay, and one who comes and goes, so that there are always several. */
    private static ScriptedNetworks several(Random random) {
        return new ScriptedNetworks(List.of(pacing(9), ScriptedPerson.standing(new Box(250, 100, 50, 120)),
                ScriptedPerson.walking(new Box(350, 90, 50, 120), 0.7f),
                ScriptedPerson.standing(new Box(550, 100, 50, 120)).seenIn(frame -> frame % 30 < 17)))
                .onPose((_, _) -> {
                    synchronized (random) {
                        pause(random.nextInt(3));
                    }
                });
    }

    @Test
    void several_people_are_seen_as_in_min_latency_whoever_is_faster() throws InterruptedException {
        List<List<Person>> inTurns = new TopDownRun(several(new Random(1)), 80).with(2, 2, Mode.MIN_LATENCY).people();

        for (int seed = 2; seed < 5; seed++) {
            assertThat(run(several(new Random(seed)), 80, 2).people()).isEqualTo(inTurns);
        }
    }

    @Test
    void while_the_last_of_several_people_is_looked_at_the_first_is_in_the_next_frame() throws InterruptedException {
        AtomicLong latest = new AtomicLong();
        AtomicBoolean beside = new AtomicBoolean();
        ScriptedPerson[] people = IntStream.range(0, 3)
                .mapToObj(i -> ScriptedPerson.standing(new Box(60 + 150 * i, 100, 50, 120)))
                .toArray(ScriptedPerson[]::new);
        ScriptedNetworks networks = new ScriptedNetworks(List.of(people)).onPose((regions, index) -> {
            latest.accumulateAndGet(index, Math::max);
            if (index > 3 && regions.getFirst().centerX() > 300 && !beside.get()) {
                beside.set(passes(latest, index));
            }
        });

        run(networks, 30, 2).ended();

        assertThat(beside).isTrue();
        assertThat(networks.poses().stream().filter(call -> call.frame() > 8)).hasSize(people.length * (30 - 9));
    }

    /** Where this look is made ahead itself, the frame after is not begun before the one before is through. */
    private static boolean passes(AtomicLong latest, long index) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (latest.get() <= index && System.nanoTime() < end) {
            pause(1);
        }
        return latest.get() > index;
    }

    @Test
    void however_many_come_and_go_no_more_networks_work_at_once_than_there_are_streams() throws InterruptedException {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ScriptedPerson[] people = Stream.concat(Stream.of(ScriptedPerson.standing(START)),
                IntStream.range(0, 5).mapToObj(i -> ScriptedPerson.standing(new Box(120 + 95 * i, 100, 50, 120))
                        .seenIn(frame -> frame % 40 > 10 + i)))
                .toArray(ScriptedPerson[]::new);
        ScriptedNetworks networks = new ScriptedNetworks(List.of(people)).onPose((_, _) -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            pause(2);
            working.decrementAndGet();
        });

        run(networks, 120, 4).ended();

        assertThat(most.get()).isEqualTo(4);
    }
}
