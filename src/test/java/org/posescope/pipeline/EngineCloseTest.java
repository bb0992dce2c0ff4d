package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;
import org.posescope.pipeline.state.RunState;
import org.posescope.testkit.EngineThreadCensus;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.RatedSource;

@Timeout(60)
class EngineCloseTest {
    /** A second, and what a busy machine adds to it. */
    private static final long SOON_MILLIS = 1500;

    private final EngineThreadCensus census = new EngineThreadCensus();
    @AutoClose
    private final EngineRig rig = new EngineRig();

    private void closesSoon() {
        assertThat(EngineRig.millis(rig.engine()::close)).isLessThan(SOON_MILLIS);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void closing_a_running_engine_delivers_what_is_in_flight(Policy policy) throws InterruptedException {
        FakeSource source = rig.video(1_000_000);
        rig.engine(EngineOptions.of(policy, Mode.ASYNC, 4), source, rig.stage("detect", Work.sleep(2000)).spec(2),
                rig.stage("pose", Work.sleep(1000)).spec(1));
        rig.engine().start();
        rig.awaitEnded(10);

        closesSoon();

        Counts counts = rig.counts();
        assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
        assertThat(counts.results()).isEqualTo(counts.admitted()).isEqualTo(rig.listener().entries().size());
        assertThat(source.closings()).isEqualTo(1);
    }

    @Test
    void closing_twice_is_closing_once() throws InterruptedException {
        FakeSource source = rig.video(1_000_000);
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), source, rig.stage("pose", Work.sleep(500)).spec(1));
        rig.engine().start();
        rig.awaitEnded(3);
        rig.engine().close();
        Counts counts = rig.counts();

        rig.engine().close();

        assertThat(rig.counts()).isEqualTo(counts);
        assertThat(source.closings()).isEqualTo(1);
    }

    @Test
    void an_engine_that_was_never_started_closes_its_source() {
        FakeSource source = rig.video(10);
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), source, rig.stage("pose", Work.nothing()).spec(1));

        engine.close();

        assertThat(source.closings()).isEqualTo(1);
        assertThat(engine.state()).isEqualTo(RunState.ENDED);
        engine.start();
        assertThat(engine.state()).as("starting after closing does nothing").isEqualTo(RunState.ENDED);
        assertThatThrownBy(engine::load).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_engine_that_was_only_loaded_frees_its_models() {
        ScriptedStage stage = rig.stage("pose", Work.nothing());
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(10), stage.spec(3));
        rig.engine().load();

        rig.engine().close();

        assertThat(stage.closed()).isEqualTo(3);
    }

    @Test
    void models_that_are_still_being_loaded_when_the_engine_closes_are_freed() throws InterruptedException {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ScriptedStage stage = rig.stage("pose", Work.nothing());
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(10),
                new StageSpec("pose", 1, () -> {
                    loading.countDown();
                    Work.hang(goOn);
                    return stage.spec(1).factory().get();
                }));
        Thread starter = new Thread(engine::start, "starter");
        starter.start();
        loading.await();

        closesSoon();
        goOn.countDown();
        starter.join();

        assertThat(stage.made()).isEqualTo(1);
        assertThat(stage.closed()).isEqualTo(1);
        assertThat(engine.state()).isEqualTo(RunState.ENDED);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void closing_a_paused_engine(Policy policy) throws InterruptedException {
        rig.engine(EngineOptions.of(policy, Mode.ASYNC, 4), new Playback(rig.video(1_000_000), true, true),
                rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().start();
        rig.awaitEnded(2);
        rig.engine().pause();

        closesSoon();

        assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void closing_while_the_source_blocks(Policy policy) throws InterruptedException {
        FakeSource source = rig.video(100).blocksAt(5);
        rig.engine(EngineOptions.of(policy, Mode.ASYNC, 4), source, rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().start();
        source.awaitBlocked();

        closesSoon();

        assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
        assertThat(rig.engine().failure()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void a_source_that_does_not_mind_being_closed_is_named_and_left_behind_alone(Policy policy)
            throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try {
            FakeSource source = rig.video(100).waitsAt(5, release);
            rig.engine(EngineOptions.of(policy, Mode.ASYNC, 4), source, rig.stage("pose", Work.nothing()).spec(1));
            rig.engine().start();
            EngineRig.await(source::waits, "the source hangs");

            closesSoon();

            assertThat(rig.listener().warnings())
                    .containsExactly("the source did not end in time; what it holds is only freed when it does");
            assertThat(census.newcomers())
                    .containsExactly(policy == Policy.LIVE ? "posescope-source" : "posescope-admit");
        } finally {
            release.countDown();
        }
    }

    @Test
    void closing_while_the_end_is_held() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), new Playback(rig.video(5), false, true),
                rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().start();
        rig.awaitEnded(5);

        closesSoon();

        assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
    }

    @Test
    void closing_while_frames_wait_for_their_time() throws InterruptedException {
        rig.engine(EngineRig.live(Mode.ASYNC, 4), new Playback(FakeSource.video(rig.pool(), 100, 0.5), true, false),
                rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().start();
        rig.awaitEnded(1);

        closesSoon();
    }

    @Test
    void closing_a_camera_that_is_faster_than_the_pipeline() throws InterruptedException {
        rig.engine(EngineRig.live(Mode.MIN_LATENCY, 4), new RatedSource(rig.video(1_000_000), 500),
                rig.stage("pose", Work.sleep(6000)).spec(1));
        rig.engine().start();
        rig.awaitEnded(10);

        closesSoon();
    }

    @Test
    void a_stuck_stage_is_named_and_left_behind_alone() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Work telling = job -> {
            if (job.sequence() == 5) {
                begun.countDown();
            }
        };
        try {
            ScriptedStage stuck = rig.stage("detect", telling.then(Work.hangAt(5, release)));
            ScriptedStage healthy = rig.stage("pose", Work.nothing());
            rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(1_000_000), stuck.spec(1), healthy.spec(2));
            rig.engine().start();
            begun.await();

            closesSoon();

            assertThat(rig.listener().warnings())
                    .containsExactly("detect did not end in time; what it holds is only freed when it does");
            assertThat(census.newcomers()).containsExactly("posescope-detect-1");
            assertThat(healthy.closed()).isEqualTo(2);
            Counts counts = rig.counts();
            assertThat(counts.ended()).isEqualTo(counts.admitted());
            assertThat(counts.stale()).as("the stuck frame and those behind it").isPositive();
        } finally {
            release.countDown();
        }
    }

    @Test
    void a_worker_that_was_given_up_before_is_left_behind_alone() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try {
            rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(100)), rig.video(1_000_000),
                    rig.stage("pose", Work.hangAt(5, release).then(Work.sleep(100))).spec(1));
            rig.engine().start();
            rig.awaitEnded(10);

            closesSoon();

            assertThat(census.newcomers()).isEqualTo(Set.of("posescope-pose-1"));
        } finally {
            release.countDown();
        }
    }

    @Test
    void a_stuck_listener_is_named_and_left_behind_alone() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try {
            rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(1_000_000),
                    rig.stage("pose", Work.nothing()).spec(1));
            rig.listener().also(result -> {
                if (result.sequence() == 5) {
                    Work.hang(release);
                }
            });
            rig.engine().start();
            rig.awaitEnded(6);

            closesSoon();

            assertThat(rig.listener().warnings()).containsExactly("showing or writing a result did not end in time");
            assertThat(census.newcomers()).containsExactly("posescope-deliver");
            assertThat(rig.pool().lent()).as("the listener still has its frame").isEqualTo(1);
        } finally {
            release.countDown();
        }
    }

    @Test
    void an_interrupted_thread_closes_all_the_same() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(1_000_000), rig.stage("pose", Work.sleep(500)).spec(2));
        rig.engine().start();
        rig.awaitEnded(5);

        Thread.currentThread().interrupt();
        closesSoon();

        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(census.newcomers()).isEmpty();
    }

    @Test
    void closing_from_several_threads_waits_for_all_to_be_freed() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(1_000_000), rig.stage("pose", Work.sleep(5000)).spec(1));
        rig.engine().start();
        rig.awaitEnded(3);
        Thread other = new Thread(rig.engine()::close, "other");
        other.start();

        rig.engine().close();

        assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
        assertThat(rig.pool().lent()).isZero();
        other.join();
    }

    @Test
    void closing_a_failed_engine_frees_it_and_keeps_the_failure() throws InterruptedException {
        ScriptedStage stage = rig.stage("pose", _ -> {
            throw new IllegalStateException("always");
        });
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(1000), stage.spec(2));
        rig.engine().start();
        rig.awaitEnd();

        closesSoon();

        assertThat(rig.engine().state()).isEqualTo(RunState.FAILED);
        assertThat(rig.engine().failure().orElseThrow()).hasMessage("pose failed: always");
        assertThat(stage.closed()).isEqualTo(2);
    }

    @Test
    void somebody_who_waits_for_the_end_hears_of_the_closing() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), new Playback(rig.video(5), false, true),
                rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().start();
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiter = new Thread(() -> {
            try {
                rig.engine().awaitEnd();
                ended.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "waiter");
        waiter.start();

        rig.engine().close();

        assertThat(ended.await(EngineRig.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closing_while_models_change_over_frees_both() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        ScriptedStage stuck = rig.stage("old", Work.hangAt(3, release));
        ScriptedStage next = rig.stage("new", Work.nothing());
        try {
            rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(1_000_000), stuck.spec(1));
            rig.engine().start();
            rig.awaitEnded(3);
            rig.engine().changeStages(List.of(next.spec(2)));

            closesSoon();

            assertThat(next.closed()).isEqualTo(next.made()).isEqualTo(2);
            assertThat(census.newcomers()).containsExactly("posescope-old-1");
        } finally {
            release.countDown();
        }
    }

    @Test
    void models_that_are_changed_after_the_end_are_freed() throws InterruptedException {
        ScriptedStage late = rig.stage("late", Work.nothing());
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(3), rig.stage("pose", Work.nothing()).spec(1));
        rig.runToEnd();

        rig.engine().changeStages(List.of(late.spec(2)));

        assertThat(late.made()).isEqualTo(2);
        assertThat(late.closed()).isEqualTo(2);
    }

    @Test
    void a_source_that_is_changed_to_after_closing_is_closed() {
        FakeSource late = rig.video(3);
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(3), rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().close();

        rig.engine().playback().changeSource(late);

        assertThat(late.closings()).isEqualTo(1);
    }

    @Test
    void models_that_were_not_used_yet_and_cannot_be_closed_keep_nothing_else_from_ending()
            throws InterruptedException {
        FakeSource source = rig.video(100).blocksAt(5);
        ScriptedStage used = rig.stage("pose", Work.nothing());
        ScriptedStage first = rig.stage("first", Work.nothing()).failsToClose();
        ScriptedStage second = rig.stage("second", Work.nothing()).failsToClose();
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), source, used.spec(2));
        rig.engine().start();
        source.awaitBlocked();
        rig.engine().changeStages(List.of(first.spec(2), second.spec(1)));

        closesSoon();

        assertThat(rig.engine().state()).isEqualTo(RunState.FAILED);
        Throwable failure = rig.engine().failure().orElseThrow();
        assertThat(failure).hasMessage("first does not close");
        assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("first does not close",
                "second does not close");
        assertThat(used.closed()).isEqualTo(2);
        assertThat(census.newcomers()).isEmpty();
    }

    @Test
    void models_that_are_still_being_loaded_are_left_behind_whoever_loads_them() throws InterruptedException {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ScriptedStage stage = rig.stage("pose", Work.nothing());
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(10), new StageSpec("pose", 1, () -> {
            loading.countDown();
            Work.hang(goOn);
            return stage.spec(1).factory().get();
        }));
        Thread loader = new Thread(engine::load, "loader");
        loader.start();
        loading.await();
        try {
            assertThat(Engine.leftBehind()).containsExactly("loader");
        } finally {
            goOn.countDown();
            loader.join();
        }
        assertThat(Engine.leftBehind()).isEmpty();
    }
}
