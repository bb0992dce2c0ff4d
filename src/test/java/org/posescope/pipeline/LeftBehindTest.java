package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.frame.FramePool;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;
import org.posescope.testkit.FakeSource;

@Timeout(30)
class LeftBehindTest {
    private final FramePool pool = new FramePool();

    @AfterEach
    void closePool() {
        pool.close();
    }

    private Engine engine(List<StageSpec> stages) {
        return new Engine(new EngineOptions(Policy.EXACT, Mode.MIN_LATENCY, 1, Duration.ofMillis(100), 3), stages,
                new Playback(FakeSource.video(pool, 1, 25), false, false), (result, steps) -> {});
    }

    /** A stage that works like this. */
    private static StageSpec stage(Runnable work) {
        return new StageSpec("call", 1, () -> new Stage() {
            @Override
            public void process(Job job) {
                work.run();
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        });
    }

    @Test
    void a_call_that_does_not_come_back_is_told_until_it_does() throws InterruptedException {
        CountDownLatch back = new CountDownLatch(1);
        EngineRun run = EngineRun.of(engine(List.of(stage(() -> awaitWhatever(back)))), () -> {}, () -> {});

        assertThat(run.figures().counts().timedOut()).isOne();
        assertThat(Engine.leftBehind()).containsExactly("posescope-call-1");
        back.countDown();
        while (!Engine.leftBehind().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void threads_of_others_with_such_a_name_are_none_of_an_engine() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Thread other = Thread.ofPlatform().name("posescope-player").daemon().start(() -> awaitWhatever(over));

        EngineRun.of(engine(List.of(stage(() -> {}))), () -> {}, () -> {});

        assertThat(other.isAlive()).isTrue();
        assertThat(Engine.leftBehind()).isEmpty();
        over.countDown();
        other.join();
    }

    @Test
    void when_one_stage_cannot_be_made_all_made_before_are_closed_though_closing_throws() {
        List<String> closed = new ArrayList<>();
        StageSpec broken = new StageSpec("broken", 1, () -> {
            throw new IllegalStateException("no model");
        });

        try (Engine engine = engine(List.of(closing("first", closed), closing("second", closed), broken))) {
            assertThatThrownBy(engine::load).isInstanceOf(IllegalStateException.class).hasMessage("no model");
        }

        assertThat(closed).containsExactly("first", "first", "second", "second");
    }

    /** Two instances whose closing fails. */
    private static StageSpec closing(String name, List<String> closed) {
        return new StageSpec(name, 2, () -> new Stage() {
            @Override
            public void process(Job job) {
                // Nothing is ever let in.
            }

            @Override
            public void close() {
                closed.add(name);
                throw new IllegalStateException(name + " does not close");
            }
        });
    }

    @Test
    void an_end_while_models_are_loaded_waits_for_the_call_that_goes_on_and_loads_no_more()
            throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        List<String> told = new CopyOnWriteArrayList<>();
        StageSpec slow = new StageSpec("slow", 1, () -> {
            inside.countDown();
            awaitWhatever(back);
            told.add("slow was loaded");
            return new Stage() {
                @Override
                public void process(Job job) {
                    // Nothing is ever let in.
                }

                @Override
                public void close() {
                    told.add("slow was closed");
                }
            };
        });
        StageSpec next = new StageSpec("next", 1, () -> {
            throw new AssertionError("it is loaded");
        });
        Engine engine = engine(List.of(slow, next));
        Thread runs = Thread.ofPlatform()
                .start(() -> told.add("cancelled " + EngineRun.of(engine, () -> {}, () -> {}).cancelled()));
        inside.await();

        runs.interrupt();
        assertThat(runs.isAlive()).isTrue();
        assertThat(Engine.leftBehind()).contains(runs.getName());
        back.countDown();
        runs.join();

        assertThat(told).containsExactly("slow was loaded", "slow was closed", "cancelled true");
        assertThat(Engine.leftBehind()).isEmpty();
    }

    private static void awaitWhatever(CountDownLatch latch) {
        boolean waiting = true;
        boolean interrupted = false;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                // Like a call into native code, it does not mind.
                waiting = true;
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
