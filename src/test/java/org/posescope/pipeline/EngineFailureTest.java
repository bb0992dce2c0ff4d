package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.playback.Playback;
import org.posescope.pipeline.state.RunState;
import org.posescope.testkit.FakeSource;

@Timeout(60)
class EngineFailureTest {
    @AutoClose
    private final EngineRig rig = new EngineRig();

    private static List<Long> where(long frames, LongPredicate wanted) {
        return LongStream.range(0, frames).filter(wanted).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_stage_that_throws_on_every_seventh_frame_costs_those_frames_only(Mode mode) throws InterruptedException {
        rig.engine(EngineRig.exact(mode, 4), rig.video(70), rig.stage("detect", Work.failEvery(7)).spec(2),
                rig.stage("pose", Work.nothing()).spec(1));

        MetricsSnapshot last = rig.runToEnd();

        assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
        assertThat(last.counts().results()).isEqualTo(60);
        assertThat(last.counts().failed()).isEqualTo(10);
        assertThat(rig.listener().indexes(Outcome.FAILED)).isEqualTo(where(70, index -> index % 7 == 0));
        assertThat(rig.listener().entries().get(7).cause().orElseThrow()).isInstanceOf(StageException.class)
                .hasMessage("detect failed: frame 7 is bad").hasRootCauseMessage("frame 7 is bad");
    }

    @Test
    void a_failed_frame_is_not_worked_on_by_later_stages() throws InterruptedException {
        ScriptedStage later = rig.stage("pose", Work.nothing());
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(21), rig.stage("detect", Work.failEvery(7)).spec(1),
                later.spec(1));

        rig.runToEnd();

        assertThat(later.jobs()).isEqualTo(18);
    }

    @Test
    void an_error_that_is_no_exception_costs_one_frame_too() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(10), rig.stage("pose", job -> {
            if (job.sequence() == 3) {
                throw new StackOverflowError();
            }
        }).spec(1));

        rig.runToEnd();

        assertThat(rig.listener().indexes(Outcome.FAILED)).containsExactly(3L);
        assertThat(rig.listener().entries().get(3).cause().orElseThrow()).hasMessage("pose failed: StackOverflowError");
    }

    @Test
    void numbers_that_are_not_finite_are_a_failure_of_the_stage_that_gave_them() throws InterruptedException {
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(10), rig.stage("pose",
                job -> job.people(List.of(MadeUpPeople.at(job.sequence() == 5 ? Float.NaN : job.sequence())))).spec(1),
                rig.stage("place", Work.nothing()).spec(1));

        rig.runToEnd();

        assertThat(rig.listener().indexes(Outcome.FAILED)).containsExactly(5L);
        assertThat(rig.listener().entries().get(5).cause().orElseThrow())
                .hasMessage("pose gave a number that is not finite");
        assertThat(rig.listener().entries().get(6).people()).containsExactly(MadeUpPeople.at(6));
    }

    @Test
    void a_stage_that_sleeps_less_than_allowed_is_left_alone() throws InterruptedException {
        rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(600)), rig.video(6),
                rig.stage("pose", Work.sleep(100_000)).spec(2));

        MetricsSnapshot last = rig.runToEnd();

        assertThat(last.counts().results()).isEqualTo(6);
        assertThat(last.total().stages().get("pose").service().p50()).isGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_stage_that_never_returns_costs_its_frame_and_is_replaced(int workers) throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        ScriptedStage stuck = rig.stage("pose", Work.hangAt(5, release));
        try {
            rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(300)), rig.video(40), stuck.spec(workers),
                    rig.stage("place", Work.nothing()).spec(1));
            rig.engine().start();
            rig.awaitEnd();

            assertThat(rig.engine().state()).isEqualTo(RunState.ENDED);
            assertThat(rig.listener().indexes(Outcome.TIMED_OUT)).containsExactly(5L);
            assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(where(40, index -> index != 5));
            assertThat(rig.listener().entries().get(5).cause().orElseThrow())
                    .hasMessage("pose did not come back within 300 ms");
            assertThat(stuck.made()).as("made when it has work").isBetween(workers, workers + 1);
            assertThat(rig.pool().lent()).as("the stuck stage may still read its frame").isEqualTo(1);
        } finally {
            release.countDown();
        }
    }

    @Test
    void a_stage_that_returns_after_its_time_does_no_harm() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(300)), rig.video(200),
                rig.stage("pose", Work.hangAt(5, release).then(job -> job.people(List.of(MadeUpPeople.at(1)))))
                        .spec(1),
                rig.stage("place", Work.sleep(300)).spec(1));
        rig.listener().also(result -> {
            if (result.sequence() == 20) {
                release.countDown();
            }
        });

        rig.runToEnd();

        assertThat(rig.listener().indexes(Outcome.TIMED_OUT)).containsExactly(5L);
        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(where(200, index -> index != 5));
    }

    @Test
    void a_stage_that_fails_just_when_its_time_is_over_ends_once() throws InterruptedException {
        rig.engine(new EngineOptions(Policy.EXACT, Mode.ASYNC, 4, Duration.ofMillis(20), 1000), rig.video(40),
                rig.stage("pose", Work.sleepUnevenly(60_000).then(Work.failEvery(2))).spec(4));

        MetricsSnapshot last = rig.runToEnd();

        assertThat(last.counts().ended()).isEqualTo(40);
        assertThat(rig.listener().entries()).hasSize(40);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void ten_failures_in_a_row_end_the_run_with_the_first_cause(Mode mode) throws InterruptedException {
        rig.engine(EngineRig.exact(mode, 4), rig.video(100_000), rig.stage("pose", job -> {
            if (job.sequence() == 3 || job.sequence() >= 8) {
                throw new IllegalStateException("frame " + job.sequence() + " is bad");
            }
        }).spec(1));

        rig.runToEnd();

        assertThat(rig.engine().state()).isEqualTo(RunState.FAILED);
        assertThat(rig.engine().failure().orElseThrow()).hasMessage("pose failed: frame 8 is bad");
        assertThat(rig.counts().failed()).isBetween(11L, 11L + 4);
    }

    @Test
    void a_model_that_cannot_be_loaded_again_after_a_time_out_ends_the_run() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger loads = new AtomicInteger();
        StageSpec spec = rig.stage("pose", Work.hangAt(2, release)).spec(1);
        try {
            rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(100)), rig.video(100_000),
                    new StageSpec("pose", 1, () -> {
                        if (loads.getAndIncrement() > 0) {
                            throw new UserException("the model file is gone");
                        }
                        return spec.factory().get();
                    }));
            rig.engine().start();
            rig.awaitEnd();

            assertThat(rig.engine().state()).isEqualTo(RunState.FAILED);
            assertThat(rig.engine().failure().orElseThrow()).hasMessage("pose did not come back within 100 ms");
            assertThat(rig.listener().entries().get(3).cause().orElseThrow())
                    .hasMessage("pose failed: the model file is gone");
        } finally {
            release.countDown();
        }
    }

    @Test
    void a_listener_that_throws_ends_the_run_and_hears_no_more() throws InterruptedException {
        rig.listener().also(result -> {
            if (result.sequence() == 4) {
                throw new UserException("the disk is full");
            }
        });
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(100_000), rig.stage("pose", Work.nothing()).spec(1));

        rig.runToEnd();

        assertThat(rig.engine().state()).isEqualTo(RunState.FAILED);
        assertThat(rig.engine().failure().orElseThrow()).hasMessage("the disk is full");
        assertThat(rig.listener().entries()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void a_source_that_breaks_ends_the_run_after_its_results_are_delivered(Policy policy) throws InterruptedException {
        FakeSource source = rig.video(100).failsAt(30);
        rig.engine(EngineOptions.of(policy, Mode.ASYNC, 4), source, rig.stage("pose", Work.sleep(3000)).spec(1));

        rig.engine().start();
        rig.awaitEnd();
        Counts counts = rig.counts();

        assertThat(rig.engine().state()).isEqualTo(RunState.FAILED);
        assertThat(rig.engine().failure().orElseThrow()).isInstanceOf(UserException.class)
                .hasMessage("the fake source broke at frame 30");
        assertThat(counts.read()).isEqualTo(30);
        assertThat(counts.results()).as("delivered before the run was called failed").isEqualTo(counts.admitted())
                .isEqualTo(rig.listener().entries().size());
        assertThat(rig.listener().indexes(Outcome.RESULT)).last().isEqualTo(29L);
    }

    @Test
    void a_model_that_cannot_be_loaded_is_told_and_the_others_are_freed() {
        ScriptedStage first = rig.stage("detect", Work.nothing());
        AtomicInteger loads = new AtomicInteger();
        StageSpec second = rig.stage("pose", Work.nothing()).spec(1);
        FakeSource source = rig.video(10);
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), source, first.spec(3),
                new StageSpec("pose", 2, () -> {
                    if (loads.getAndIncrement() == 1) {
                        throw new UserException("not enough memory for a second copy");
                    }
                    return second.factory().get();
                }));

        assertThatThrownBy(engine::start).isInstanceOf(UserException.class);

        assertThat(engine.state()).isEqualTo(RunState.FAILED);
        assertThat(first.closed()).isEqualTo(3);
        engine.close();
        assertThat(source.closings()).isEqualTo(1);
        assertThat(engine.state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void a_native_library_that_is_missing_is_told_like_a_model() {
        ScriptedStage first = rig.stage("detect", Work.nothing());
        Engine engine = rig.engine(EngineRig.exact(Mode.ASYNC, 4), rig.video(10), first.spec(1),
                new StageSpec("pose", 1, () -> {
                    throw new UnsatisfiedLinkError("no runtime in java.library.path");
                }));

        assertThatThrownBy(engine::start).isInstanceOf(UnsatisfiedLinkError.class);

        assertThat(engine.state()).isEqualTo(RunState.FAILED);
        assertThat(first.closed()).isEqualTo(1);
    }

    @Test
    void a_listener_that_is_stuck_is_named_and_waited_for() throws InterruptedException {
        rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(100)), rig.video(3),
                rig.stage("pose", Work.nothing()).spec(1));
        rig.listener().also(result -> {
            if (result.sequence() == 1) {
                EngineTest.pause(TimeUnit.MILLISECONDS.toMicros(400));
            }
        });

        rig.runToEnd();

        assertThat(rig.listener().warnings())
                .containsExactly("a result is being shown or written for longer than 100 ms");
        assertThat(rig.listener().indexes(Outcome.RESULT)).hasSize(3);
    }

    @Test
    void a_source_that_gives_no_picture_is_named() throws InterruptedException {
        FakeSource source = rig.video(10).blocksAt(3);
        rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(100)), source,
                rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().start();

        EngineRig.await(() -> !rig.listener().warnings().isEmpty(), "a warning");

        assertThat(rig.listener().warnings()).containsExactly("the source gives no picture for longer than 100 ms");
    }

    @Test
    void a_pause_and_a_held_end_are_no_reason_to_warn() throws InterruptedException {
        rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(60)), new Playback(rig.video(2), false, true),
                rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().start();
        rig.awaitEnded(2);
        TimeUnit.MILLISECONDS.sleep(150);
        rig.engine().pause();
        TimeUnit.MILLISECONDS.sleep(150);

        assertThat(rig.listener().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"measured", "warned"})
    void whatever_a_listener_throws_ends_the_run(String where) throws InterruptedException {
        rig.listener().throwIn(where);
        rig.engine(EngineRig.impatient(Mode.ASYNC, Duration.ofMillis(100)), rig.video(100).blocksAt(3),
                rig.stage("pose", Work.nothing()).spec(1));
        rig.engine().start();
        rig.awaitEnd();

        assertThat(rig.engine().state()).isEqualTo(RunState.FAILED);
        assertThat(rig.engine().failure().orElseThrow()).hasMessage("the listener broke in " + where);
    }
}
