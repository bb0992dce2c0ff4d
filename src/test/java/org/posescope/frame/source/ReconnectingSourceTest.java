package org.posescope.frame.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.testkit.FakeSource;

@Timeout(30)
class ReconnectingSourceTest {
    private static final String LOST = "fake CAMERA was lost (the fake source broke at frame 2); trying again until it is back";
    private static final String BACK = "fake CAMERA is back";

    private final FramePool pool = new FramePool();
    private final FakeSource unplugged = FakeSource.camera(pool, 0);
    private final Deque<FakeSource> openings = new ArrayDeque<>();
    private final List<FakeSource> opened = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void nothing_is_held() {
        assertThat(pool.lent()).isZero();
        assertThat(opened).allSatisfy(source -> assertThat(source.closings()).isEqualTo(1));
        pool.close();
    }

    private FakeSource camera() {
        return FakeSource.camera(pool, 1000);
    }

    /** The next of the openings, if there is a camera. */
    private FrameSource open() {
        FakeSource next = openings.poll();
        if (next == null || next == unplugged) {
            throw new UserException("there is no camera");
        }
        opened.add(next);
        return next;
    }

    private ReconnectingSource source() {
        return new ReconnectingSource(this::open, news::add, (_, atMost) -> waits.add(atMost));
    }

    private static List<Long> indexes(FrameSource source, int frames) {
        List<Long> indexes = new ArrayList<>();
        long lastPts = -1;
        for (int i = 0; i < frames; i++) {
            try (Frame frame = source.next()) {
                indexes.add(frame.index());
                assertThat(frame.ptsMicros()).isGreaterThan(lastPts);
                lastPts = frame.ptsMicros();
            }
        }
        return indexes;
    }

    @Test
    void a_camera_that_is_not_there_at_first_cannot_be_opened() {
        assertThatThrownBy(this::source).isInstanceOf(UserException.class).hasMessage("there is no camera");
    }

    @Test
    void a_lost_camera_is_opened_again_and_its_frames_stay_one_sequence() {
        openings.addAll(List.of(camera().failsAt(2), camera().failsAt(3), camera()));
        try (ReconnectingSource source = source()) {
            assertThat(indexes(source, 8)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        }
        assertThat(news).startsWith(LOST, BACK).hasSize(4);
        assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500));
    }

    @Test
    void attempts_come_at_longer_and_longer_intervals_and_the_loss_is_told_once() {
        openings.add(camera().failsAt(2));
        openings.addAll(Collections.nCopies(6, unplugged));
        openings.add(camera());
        try (ReconnectingSource source = source()) {
            indexes(source, 3);
        }
        assertThat(waits).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L,
                8000L);
        assertThat(news).containsExactly(LOST, BACK);
    }

    @Test
    void a_camera_that_opens_but_gives_no_frame_is_not_back() {
        openings.addAll(List.of(camera().failsAt(2), camera().failsAt(0), camera().failsAt(0), camera()));
        try (ReconnectingSource source = source()) {
            assertThat(indexes(source, 3)).containsExactly(0L, 1L, 2L);
        }
        assertThat(news).containsExactly(LOST, BACK);
        assertThat(waits).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L);
    }

    @Test
    void a_camera_that_is_lost_before_its_first_frame_starts_at_its_beginning() {
        openings.addAll(List.of(camera().failsAt(0), camera()));
        try (ReconnectingSource source = source(); Frame frame = source.next()) {
            assertThat(frame.index()).isZero();
            assertThat(frame.ptsMicros()).isZero();
        }
    }

    @Test
    void the_time_goes_on_by_as_much_as_passed_between_the_captures() {
        openings.addAll(List.of(camera().failsAt(1), camera()));
        try (ReconnectingSource source = source(); Frame before = source.next(); Frame after = source.next()) {
            assertThat(after.ptsMicros() - before.ptsMicros())
                    .isEqualTo((after.capturedAtNanos() - before.capturedAtNanos()) / 1000);
        }
    }

    @Test
    void the_end_of_a_stream_is_its_end() {
        openings.add(FakeSource.camera(pool, 1));
        try (ReconnectingSource source = source()) {
            indexes(source, 1);

            assertThat(source.next()).isNull();
        }
        assertThat(news).isEmpty();
    }

    @Test
    void other_errors_are_not_taken_for_a_loss() {
        openings.add(camera().blocksAt(0).complainsWhenClosed());
        ReconnectingSource source = source();
        opened.getFirst().close();

        assertThatThrownBy(source::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closing_ends_the_waiting() throws InterruptedException {
        openings.add(camera().failsAt(0));
        CountDownLatch waiting = new CountDownLatch(1);
        ReconnectingSource source = new ReconnectingSource(this::open, news::add, (closed, _) -> {
            waiting.countDown();
            closed.await();
        });
        CompletableFuture<Frame> next = CompletableFuture.supplyAsync(source::next,
                task -> new Thread(task, "reader").start());
        waiting.await();

        source.close();

        assertThat(next.join()).isNull();
    }

    @Test
    void closing_ends_a_read_that_blocks() throws InterruptedException {
        FakeSource camera = camera().blocksAt(0);
        openings.add(camera);
        ReconnectingSource source = source();
        CompletableFuture<Frame> next = CompletableFuture.supplyAsync(source::next,
                task -> new Thread(task, "reader").start());
        camera.awaitBlocked();

        source.close();

        assertThat(next.join()).isNull();
        assertThat(source.next()).isNull();
    }

    @Test
    void a_camera_that_is_found_just_when_all_is_closed_is_closed_too() {
        openings.addAll(List.of(camera().failsAt(0), camera()));
        ReconnectingSource[] source = new ReconnectingSource[1];
        source[0] = new ReconnectingSource(() -> {
            FrameSource found = open();
            if (opened.size() == 2) {
                source[0].close();
            }
            return found;
        }, news::add, (_, _) -> {});

        assertThat(source[0].next()).isNull();
    }

    @Test
    void an_interrupted_reader_stops_waiting() {
        openings.add(camera().failsAt(0));
        try (ReconnectingSource source = new ReconnectingSource(this::open, news::add)) {
            Thread.currentThread().interrupt();

            assertThat(source.next()).isNull();

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_live_source_is_not_seekable() {
        openings.add(camera());
        try (ReconnectingSource source = source()) {
            assertThatThrownBy(() -> source.seek(0)).isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
