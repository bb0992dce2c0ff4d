package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.error.UserException;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.playback.Playback;
import org.posescope.pipeline.state.RunState;
import org.posescope.testkit.FakeSource;

@Timeout(60)
class EnginePlaybackTest {
    private static final long FRAME_MICROS = 40_000;

    @AutoClose
    private final EngineRig rig = new EngineRig();

    private static List<Long> range(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private Engine held(long frames, StageSpec... specs) {
        return rig.engine(EngineRig.exact(Mode.ASYNC, 4), new Playback(rig.video(frames), false, true), specs);
    }

    @Test
    void a_pause_lets_nothing_in_and_a_step_lets_in_one() throws InterruptedException {
        Engine engine = held(10, rig.stage("pose", Work.nothing()).spec(1));
        engine.pause();
        engine.start();
        assertThat(engine.state()).isEqualTo(RunState.PAUSED);

        for (int steps = 1; steps <= 3; steps++) {
            engine.playback().step();
            rig.awaitEnded(steps);
            TimeUnit.MILLISECONDS.sleep(20);
            assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(range(0, steps));
        }
        engine.resume();
        rig.awaitEnded(10);

        assertThat(engine.state()).isEqualTo(RunState.RUNNING);
        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(range(0, 10));
    }

    @Test
    void a_pause_in_the_middle_loses_and_repeats_nothing() throws InterruptedException {
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(300),
                rig.stage("pose", Work.sleep(200)).spec(1));
        rig.listener().also(result -> {
            if (result.sequence() % 30 == 7) {
                engine.pause();
            }
        });
        engine.start();
        while (!engine.awaitEnd(TimeUnit.MILLISECONDS.toNanos(2))) {
            engine.resume();
        }

        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(range(0, 300));
    }

    @Test
    void a_seek_makes_frames_in_flight_stale_and_shows_the_frame_there() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(1000),
                rig.stage("pose", Work.hangAt(5, release)).spec(1));
        engine.start();
        // Frames 5 to 8 are in flight, the first of them in the stage.
        EngineRig.await(() -> rig.listener().entries().size() == 5 && engine.snapshot().inFlight() == 4, "in flight");

        engine.playback().seek(990 * FRAME_MICROS);
        release.countDown();
        rig.finish();

        assertThat(rig.listener().indexes(Outcome.STALE)).isEqualTo(range(5, 9));
        List<Long> shown = new ArrayList<>(range(0, 5));
        shown.addAll(range(990, 1000));
        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(shown);
        assertThat(rig.counts().stale()).isEqualTo(4);
    }

    @Test
    void stale_frames_are_not_worked_on() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        ScriptedStage stage = rig.stage("pose", Work.hangAt(0, release));
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(100), stage.spec(1));
        engine.start();
        EngineRig.await(() -> engine.snapshot().inFlight() == 4 && stage.jobs() == 1, "in flight");

        engine.playback().seek(99 * FRAME_MICROS);
        release.countDown();
        rig.finish();

        assertThat(stage.jobs()).as("the first frame and the one that was sought").isEqualTo(2);
        assertThat(rig.listener().indexes(Outcome.RESULT)).containsExactly(99L);
    }

    @Test
    void a_seek_while_paused_shows_one_frame_and_stays_paused() throws InterruptedException {
        Engine engine = held(100, rig.stage("pose", Work.nothing()).spec(1));
        engine.pause();
        engine.start();

        engine.playback().seek(50 * FRAME_MICROS);
        rig.awaitEnded(1);
        TimeUnit.MILLISECONDS.sleep(20);

        assertThat(rig.listener().indexes(Outcome.RESULT)).containsExactly(50L);
        assertThat(engine.state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void the_end_is_held_until_a_seek() throws InterruptedException {
        Engine engine = held(5, rig.stage("pose", Work.nothing()).spec(1));
        engine.start();
        rig.awaitEnded(5);
        assertThat(engine.awaitEnd(TimeUnit.MILLISECONDS.toNanos(50))).isFalse();
        assertThat(engine.snapshot().inFlight()).isZero();

        engine.playback().seek(3 * FRAME_MICROS);
        rig.awaitEnded(7);

        assertThat(rig.listener().indexes(Outcome.RESULT)).containsExactly(0L, 1L, 2L, 3L, 4L, 3L, 4L);
    }

    @Test
    void another_source_follows_with_a_new_epoch_and_the_old_one_is_closed() throws InterruptedException {
        FakeSource first = rig.video(1_000_000);
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), first, rig.stage("pose", Work.sleep(300)).spec(1));
        engine.start();
        rig.awaitEnded(5);

        engine.playback().changeSource(FakeSource.images(rig.pool(), 7));
        assertThat(engine.playback().info().kind().still()).isTrue();
        rig.finish();

        assertThat(first.closings()).isEqualTo(1);
        List<RecordingListener.Entry> second = rig.listener().entries().stream().filter(entry -> entry.epoch() == 1)
                .toList();
        assertThat(second).extracting(RecordingListener.Entry::index).isEqualTo(range(0, 7));
        assertThat(second).extracting(RecordingListener.Entry::outcome).containsOnly(Outcome.RESULT);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void another_source_replaces_one_that_blocks(Policy policy) throws InterruptedException {
        FakeSource dead = rig.video(100).blocksAt(3);
        Engine engine = rig.engine(EngineOptions.of(policy, Mode.ASYNC, 4), dead,
                rig.stage("pose", Work.nothing()).spec(1));
        engine.start();
        dead.awaitBlocked();

        engine.playback().changeSource(rig.video(1));
        rig.finish();

        assertThat(engine.state()).isEqualTo(RunState.ENDED);
        assertThat(rig.listener().entries()).filteredOn(entry -> entry.epoch() == 1).hasSize(1);
    }

    @Test
    void a_camera_is_not_seekable() {
        Engine engine = rig.engine(EngineRig.live(Mode.ASYNC, 4), FakeSource.camera(rig.pool(), 10));

        assertThatThrownBy(() -> engine.playback().seek(0)).isInstanceOf(UnsupportedOperationException.class);

        assertThat(engine.playback().epoch()).isZero();
    }

    @Test
    void other_models_take_over_without_a_gap() throws InterruptedException {
        ScriptedStage before = rig.stage("old", Work.sleep(300));
        ScriptedStage after = rig.stage("new", job -> job.people(List.of(MadeUpPeople.at(1))));
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(60), before.spec(2));
        rig.listener().also(result -> {
            if (result.sequence() == 20) {
                engine.changeStages(List.of(after.spec(1)));
            }
        });

        rig.runToEnd();

        assertThat(rig.listener().entries()).extracting(RecordingListener.Entry::index).isEqualTo(range(0, 60));
        assertThat(rig.listener().entries()).filteredOn(entry -> entry.outcome() == Outcome.RESULT)
                .allSatisfy(entry -> assertThat(entry.people()).hasSize((int) entry.epoch()));
        assertThat(rig.counts().failed()).isZero();
        assertThat(rig.counts().stale()).as("those in flight at the change, and one that was just read")
                .isLessThanOrEqualTo(5);
        assertThat(before.closed()).isEqualTo(2);
    }

    @Test
    void other_models_take_over_from_a_stage_that_never_returns() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        ScriptedStage stuck = rig.stage("old", Work.hangAt(5, release));
        try {
            Engine engine = rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(300)),
                    rig.video(50), stuck.spec(1));
            engine.start();
            EngineRig.await(() -> stuck.jobs() == 6, "the stage is stuck");

            engine.changeStages(List.of(rig.stage("new", Work.nothing()).spec(1)));
            rig.awaitEnd();

            assertThat(engine.state()).isEqualTo(RunState.ENDED);
            assertThat(rig.listener().indexes(Outcome.TIMED_OUT)).containsExactly(5L);
            assertThat(rig.listener().indexes(Outcome.RESULT)).last().isEqualTo(49L);
        } finally {
            release.countDown();
        }
    }

    @Test
    void models_that_cannot_be_loaded_leave_the_old_ones_at_work() throws InterruptedException {
        ScriptedStage half = rig.stage("half", Work.nothing());
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(30),
                rig.stage("pose", Work.sleep(500)).spec(1));
        engine.start();

        assertThatThrownBy(() -> engine.changeStages(List.of(half.spec(2), new StageSpec("broken", 1, () -> {
            throw new UserException("no such model");
        })))).isInstanceOf(UserException.class);
        rig.finish();

        assertThat(half.closed()).isEqualTo(2);
        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(range(0, 30));
    }

    @Test
    void of_models_that_were_never_used_nothing_is_left() throws InterruptedException {
        Engine engine = held(3, rig.stage("first", Work.nothing()).spec(1));
        engine.start();
        rig.awaitEnded(3);
        ScriptedStage skipped = rig.stage("skipped", Work.nothing());
        ScriptedStage used = rig.stage("used", Work.nothing());

        engine.changeStages(List.of(skipped.spec(2)));
        engine.changeStages(List.of(used.spec(1)));
        engine.playback().seek(0);
        rig.awaitEnded(6);

        assertThat(skipped.closed()).isEqualTo(2);
        assertThat(used.jobs()).isEqualTo(3);
    }

    @Test
    void a_file_plays_at_its_own_pace_times_the_speed() throws InterruptedException {
        Playback playback = new Playback(FakeSource.video(rig.pool(), 21, 50), true, false);
        playback.speed(2);
        rig.engine(EngineRig.live(Mode.ASYNC, 4), playback, rig.stage("pose", Work.nothing()).spec(1));

        double seconds = rig.runToEnd().total().seconds();

        assertThat(seconds).as("twenty frames of 20 ms at twice the speed").isBetween(0.2, 1.0);
    }

    @Test
    void the_latency_of_a_file_counts_from_when_a_frame_was_due() throws InterruptedException {
        rig.engine(EngineRig.live(Mode.ASYNC, 4), new Playback(FakeSource.video(rig.pool(), 6, 10), true, false),
                rig.stage("pose", Work.nothing()).spec(1));

        MetricsSnapshot last = rig.runToEnd();

        assertThat(last.total().latency().p50()).as("less than the 100 ms between frames").isLessThan(50);
        assertThat(last.total().steps().get("source").p50()).as("without the wait").isLessThan(50);
    }
}
