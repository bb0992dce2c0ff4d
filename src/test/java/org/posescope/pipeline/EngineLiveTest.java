package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.frame.FrameSource;
import org.posescope.frame.source.ReconnectingSource;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.RatedSource;

@Timeout(60)
class EngineLiveTest {
    @AutoClose
    private final EngineRig rig = new EngineRig();

    @Test
    void only_superseded_frames_are_dropped_and_the_newest_is_next() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        FakeSource camera = FakeSource.camera(rig.pool(), 50).waitsAt(1, working).blocksAt(20);
        Work untilReleased = job -> {
            working.countDown();
            Work.hang(release);
        };
        rig.engine(EngineRig.live(Mode.MIN_LATENCY, 4), camera, rig.stage("pose", untilReleased).spec(1));
        rig.engine().start();
        EngineRig.await(() -> rig.counts().read() == 20, "all that the camera has is read");

        release.countDown();
        rig.awaitEnded(2);

        assertThat(rig.listener().indexes(Outcome.RESULT)).containsExactly(0L, 19L);
        assertThat(rig.counts().dropped()).isEqualTo(Map.of("superseded", 18L));
    }

    @Test
    void a_pipeline_that_is_fast_enough_drops_nothing() throws InterruptedException {
        Semaphore next = new Semaphore(1);
        rig.listener().also(_ -> next.release());
        rig.engine(EngineRig.live(Mode.ASYNC, 4), rig.video(60).onPermit(next),
                rig.stage("pose", Work.nothing()).spec(1));

        MetricsSnapshot last = rig.runToEnd();

        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(LongStream.range(0, 60).boxed().toList());
        assertThat(last.counts().dropped()).isEmpty();
    }

    @Test
    void single_pictures_wait_for_a_slow_pipeline() throws InterruptedException {
        rig.engine(EngineRig.live(Mode.MIN_LATENCY, 4), FakeSource.images(rig.pool(), 8),
                rig.stage("pose", Work.sleep(8000)).spec(1));

        MetricsSnapshot last = rig.runToEnd();

        assertThat(rig.listener().indexes(Outcome.RESULT)).isEqualTo(LongStream.range(0, 8).boxed().toList());
        assertThat(last.counts().dropped()).isEmpty();
    }

    @Test
    void a_picture_that_waits_is_given_back_when_the_engine_is_closed() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        rig.engine(EngineRig.live(Mode.MIN_LATENCY, 4), FakeSource.images(rig.pool(), 8),
                rig.stage("pose", job -> Work.hang(release)).spec(1));
        rig.engine().start();
        EngineRig.await(() -> rig.counts().read() == 3, "one is worked on, one is next, one waits");

        release.countDown();
        rig.engine().close();

        assertThat(rig.pool().lent()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void latency_does_not_grow_with_a_source_twice_as_fast_as_the_pipeline(Mode mode) throws InterruptedException {
        FrameSource camera = new RatedSource(rig.video(300), 250);
        rig.engine(EngineRig.live(mode, 3), camera, rig.stage("pose", Work.sleep(8000)).spec(1));

        MetricsSnapshot last = rig.runToEnd();

        List<RecordingListener.Entry> entries = rig.listener().entries();
        assertThat(last.counts().dropped().get("superseded")).isGreaterThan(75L);
        int third = entries.size() / 3;
        double early = medianLatency(entries.subList(5, third));
        double late = medianLatency(entries.subList(2 * third, entries.size()));
        assertThat(late).isLessThan(1.5 * early);
        assertThat(entries).isSortedAccordingTo((a, b) -> Long.compare(a.index(), b.index()));
    }

    private static double medianLatency(List<RecordingListener.Entry> entries) {
        return entries.stream().mapToLong(RecordingListener.Entry::latencyNanos).sorted().skip(entries.size() / 2)
                .findFirst().orElseThrow();
    }

    @Test
    void a_paused_camera_is_read_on_so_that_nothing_old_comes_after_the_pause() throws InterruptedException {
        Engine engine = rig.engine(EngineRig.live(Mode.MIN_LATENCY, 4), new RatedSource(rig.video(1_000_000), 200),
                rig.stage("pose", Work.nothing()).spec(1));
        engine.start();
        rig.awaitEnded(5);
        engine.pause();
        EngineRig.await(() -> engine.snapshot().inFlight() == 0, "nothing in flight");
        int before = rig.listener().entries().size();
        Thread.sleep(200);
        long shown = rig.listener().entries().getLast().index();

        assertThat(rig.listener().entries().size()).as("at most the frame that was just taken").isBetween(before,
                before + 1);
        engine.resume();
        rig.awaitEnded(before + 2);

        assertThat(rig.listener().entries().getLast().index()).isGreaterThan(shown + 20);
    }

    @Test
    void a_camera_that_is_lost_and_found_goes_on_where_it_was() throws InterruptedException {
        Deque<FrameSource> openings = new ArrayDeque<>(List.of(FakeSource.camera(rig.pool(), 100).failsAt(20),
                FakeSource.camera(rig.pool(), 50).startsAt(20)));
        List<String> news = new CopyOnWriteArrayList<>();
        rig.engine(EngineRig.exact(Mode.ASYNC, 4), new ReconnectingSource(openings::pop, news::add),
                rig.stage("pose", Work.nothing()).spec(1));

        rig.engine().start();
        rig.awaitEnd();

        assertThat(rig.engine().failure()).isEmpty();
        assertThat(rig.listener().entries()).extracting(RecordingListener.Entry::index)
                .isEqualTo(LongStream.range(0, 50).boxed().toList());
        assertThat(news).hasSize(2).last().isEqualTo("fake CAMERA is back");
    }
}
