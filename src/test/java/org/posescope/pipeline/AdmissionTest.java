package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.StageChain.RunContext;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.PendingFrame;
import org.posescope.pipeline.playback.Playback;
import org.posescope.testkit.FakeSource;

@Timeout(30)
class AdmissionTest {
    private final FramePool pool = new FramePool();
    private final FrameSource source = FakeSource.video(pool, 3, 25);
    private final Metrics metrics = new Metrics();
    private final Gate gate = new Gate(Mode.ASYNC, 8);
    private final List<Job> admitted = new ArrayList<>();

    @AfterEach
    void no_frame_is_held() {
        admitted.forEach(job -> job.frame().close());
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    /** Frames of the source, and something that happens whenever one was taken. */
    private Admission admission(Runnable meanwhile) {
        Feed feed = new Feed() {
            @Override
            public void start() {}

            @Override
            public void readAhead() {}

            @Override
            public void forgetAhead() {}

            @Override
            public PendingFrame take() {
                var frame = source.next();
                if (frame == null) {
                    return null;
                }
                metrics.read(0);
                meanwhile.run();
                return new PendingFrame(frame, source.info(), 0, 0, 0);
            }

            @Override
            public void close() {}

            @Override
            public boolean awaitEnd(long deadlineNanos) {
                return true;
            }
        };
        EngineThreads threads = new EngineThreads(cause -> assertThat(cause).isNull());
        StageChain stages = new StageChain(admitted::add, new RunContext(new Playback(source, false, false), metrics,
                threads, warning -> assertThat(warning).isNull(), cause -> assertThat(cause).isNull()));
        stages.propose(List.of(), Recall.NOTHING);
        return new Admission(gate, feed, stages, metrics);
    }

    @Test
    void frames_are_numbered_in_the_order_in_which_they_come() throws InterruptedException {
        admission(() -> {}).admitAll();

        assertThat(admitted).extracting(Job::sequence).containsExactly(0L, 1L, 2L);
        assertThat(gate.inFlight()).isEqualTo(3);
        assertThat(metrics.counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 0, Map.of()));
    }

    @Test
    void a_frame_that_was_taken_when_the_gate_was_closed_is_dropped_and_counted() throws InterruptedException {
        admission(gate::close).admitAll();

        assertThat(admitted).isEmpty();
        assertThat(gate.inFlight()).isZero();
        assertThat(metrics.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, Map.of("closed", 1L)));
    }

    @Test
    void a_frame_that_waits_for_the_models_to_change_is_dropped_when_the_run_is_given_up()
            throws InterruptedException {
        gate.enter();

        assertThatThrownBy(() -> admission(Thread.currentThread()::interrupt).admitAll())
                .isInstanceOf(InterruptedException.class);

        assertThat(admitted).isEmpty();
        assertThat(gate.inFlight()).isEqualTo(1);
        assertThat(metrics.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, Map.of("closed", 1L)));
    }
}
