package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.state.RunState;

@Timeout(60)
class EngineTest {
    @AutoClose
    private final EngineRig rig = new EngineRig();

    private static List<Long> upTo(long frames) {
        return LongStream.range(0, frames).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void every_frame_of_a_source_becomes_a_result_in_order(Mode mode) throws InterruptedException {
        rig.engine(EngineRig.exact(mode, 4), rig.video(100), rig.stage("detect", Work.nothing()).spec(2),
                rig.stage("pose", Work.nothing()).spec(1));

        MetricsSnapshot last = rig.runToEnd();

        assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
        assertThat(rig.engine().failure()).isEmpty();
        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(upTo(100));
        assertThat(last.counts()).isEqualTo(new Counts(100, 100, 100, 0, 0, 0, Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void frames_that_are_recalled_go_past_the_stages_and_stay_in_order(Mode mode) throws InterruptedException {
        List<Long> worked = new CopyOnWriteArrayList<>();
        Engine engine = rig.engine(EngineRig.exact(mode, 4), rig.video(20),
                rig.stage("unused", Work.nothing()).spec(1));
        engine.load();
        engine.changeStages(List.of(rig.stage("pose", job -> {
            worked.add(job.frame().index());
            job.people(List.of(MadeUpPeople.at(0)));
        }).spec(1)), (source, frame, followed) -> frame.index() % 3 == 0
                ? Optional.of(List.of(MadeUpPeople.at((float) frame.index())))
                : Optional.empty());

        MetricsSnapshot last = rig.runToEnd();

        assertThat(worked).isEqualTo(upTo(20).stream().filter(index -> index % 3 != 0).toList());
        assertThat(rig.listener().entries()).extracting(RecordingListener.Entry::people).isEqualTo(upTo(20).stream()
                .map(index -> List.of(MadeUpPeople.at(index % 3 == 0 ? (float) index : 0))).toList());
        assertThat(last.counts()).isEqualTo(new Counts(20, 20, 20, 0, 0, 0, Map.of()));
        assertThat(last.total().latency().count()).isEqualTo(13);
    }

    @Test
    void a_source_without_frames_ends_at_once() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(0), rig.stage("pose", Work.nothing()).spec(1));

        rig.runToEnd();

        assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
        assertThat(rig.listener().entries()).isEmpty();
    }

    @Test
    void an_engine_without_stages_passes_frames_on() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(20));

        rig.runToEnd();

        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(upTo(20));
    }

    @Test
    void a_parallel_stage_with_uneven_durations_keeps_the_order() throws InterruptedException {
        ScriptedStage parallel = rig.stage("detect", Work.sleepUnevenly(3000));
        rig.engine(EngineRig.exact(Mode.ASYNC, 6), rig.video(150), parallel.spec(4),
                rig.stage("pose", Work.nothing()).spec(1));

        rig.runToEnd();

        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(upTo(150));
        assertThat(parallel.mostWorking()).isGreaterThan(1);
    }

    @Test
    void min_latency_has_one_frame_in_flight() throws InterruptedException {
        AtomicInteger between = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        rig.engine(EngineRig.exact(Mode.MIN_LATENCY, 6), rig.video(60),
                rig.stage("first", job -> most.accumulateAndGet(between.incrementAndGet(), Math::max)).spec(4),
                rig.stage("middle", Work.sleep(500)).spec(4),
                rig.stage("last", job -> between.decrementAndGet()).spec(1));

        rig.runToEnd();

        assertThat(most).hasValue(1);
    }

    @Test
    void async_has_as_many_frames_in_flight_as_requests() throws InterruptedException {
        AtomicInteger between = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        rig.engine(EngineRig.exact(Mode.ASYNC, 3), rig.video(100),
                rig.stage("first", job -> most.accumulateAndGet(between.incrementAndGet(), Math::max)).spec(8),
                rig.stage("middle", Work.sleep(1000)).spec(8),
                rig.stage("last", job -> between.decrementAndGet()).spec(1));

        rig.runToEnd();

        assertThat(most).hasValue(3);
    }

    @Test
    void a_slow_listener_holds_the_source_back() throws InterruptedException {
        AtomicInteger mostAlive = new AtomicInteger();
        rig.listener().also(_ -> {
            pause(3000);
            mostAlive.accumulateAndGet(rig.pool().lent(), Math::max);
        });
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(60), rig.stage("pose", Work.nothing()).spec(1));

        rig.runToEnd();

        assertThat(mostAlive).as("those in flight and the one that is shown").hasValue(5);
    }

    static void pause(long micros) {
        try {
            TimeUnit.MICROSECONDS.sleep(micros);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the listener", e);
        }
    }

    @Test
    void switching_the_mode_back_and_forth_loses_and_repeats_nothing() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(600),
                rig.stage("detect", Work.sleepUnevenly(900)).spec(3),
                rig.stage("pose", Work.sleep(100)).spec(1));
        rig.listener().also(result -> {
            if (result.sequence() % 20 == 10) {
                rig.toggleMode();
            }
        });

        rig.runToEnd();

        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(upTo(600));
        assertThat(rig.listener().entries().stream().map(RecordingListener.Entry::mode).distinct())
                .containsExactlyInAnyOrder(Mode.values());
    }

    @Test
    void frames_of_the_two_modes_are_never_in_flight_together() throws InterruptedException {
        Set<Job> inFlight = ConcurrentHashMap.newKeySet();
        AtomicInteger mixed = new AtomicInteger();
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(400), rig.stage("in", job -> {
            inFlight.add(job);
            mixed.addAndGet((int) inFlight.stream().filter(other -> other.mode() != job.mode()).count());
        }).spec(1), rig.stage("work", Work.sleepUnevenly(800)).spec(4), rig.stage("out", inFlight::remove).spec(1));
        rig.engine().start();
        while (!rig.engine().awaitEnd(TimeUnit.MILLISECONDS.toNanos(3))) {
            rig.toggleMode();
        }

        assertThat(mixed).hasValue(0);
    }

    @Test
    void a_mode_that_is_switched_to_while_the_source_is_waited_for_holds_for_its_next_frame()
            throws InterruptedException {
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(3),
                rig.stage("pose", Work.nothing()).spec(1));
        engine.pause();
        engine.start();
        engine.switchMode(Mode.MIN_LATENCY);
        engine.resume();

        rig.finish();

        assertThat(rig.listener().entries()).extracting(RecordingListener.Entry::mode)
                .containsOnly(Mode.MIN_LATENCY);
    }

    @Test
    void the_last_snapshot_holds_all_that_happened() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(40), rig.stage("detect", Work.sleep(200)).spec(2),
                rig.stage("pose", job -> job.took("crop", 1_000_000)).spec(1));
        rig.listener().also(_ -> pause(300));

        Figures total = rig.runToEnd().total();

        assertThat(total.latency().count()).isEqualTo(40);
        assertThat(total.presented().count()).isEqualTo(40);
        assertThat(total.stages().keySet()).containsExactly("detect", "pose");
        assertThat(total.stages().get("detect").service().count()).isEqualTo(40);
        assertThat(total.stages().get("pose").queue().count()).isEqualTo(40);
        assertThat(total.steps().get("crop").p50()).isBetween(0.99, 1.01);
        assertThat(total.steps().get("source").count()).isEqualTo(40);
        assertThat(total.fps()).isCloseTo(40 / total.seconds(), withPercentage(1));
    }

    @Test
    void the_rate_of_a_run_does_not_fade_after_its_end() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(20), rig.stage("pose", Work.sleep(500)).spec(1));
        double fps = rig.runToEnd().total().fps();

        TimeUnit.MILLISECONDS.sleep(50);

        assertThat(rig.engine().snapshot().total().fps()).isEqualTo(fps);
    }

    @Test
    void an_engine_runs_once() throws InterruptedException {
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 2), rig.video(50),
                rig.stage("pose", Work.sleep(1000)).spec(1));
        engine.start();

        assertThatThrownBy(engine::start).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(engine::load).isInstanceOf(IllegalStateException.class);

        rig.finish();
        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(upTo(50));
    }
}
