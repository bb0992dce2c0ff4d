package org.posescope.pipeline.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.EngineRig;
import org.posescope.testkit.FakeSource;

@Timeout(30)
class PlaybackTest {
    private static final long FRAME_MICROS = 40_000;

    private final FramePool pool = new FramePool();

    @AfterEach
    void no_frame_is_held() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private FakeSource video(long frames) {
        return FakeSource.video(pool, frames, 25);
    }

    private static Playback playing(FrameSource source) {
        return new Playback(source, false, false);
    }

    /** Index of the next frame, which is released; -1 at the end. */
    private static long next(Playback playback) throws InterruptedException {
        PendingFrame taken = playback.next();
        if (taken == null) {
            return -1;
        }
        try (var frame = taken.frame()) {
            return frame.index();
        }
    }

    /** As {@link #next}, on another thread. */
    private static CompletableFuture<Long> nextLater(Playback playback) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return next(playback);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }, task -> new Thread(task, "taker").start());
    }

    private static void assertWaits(CompletableFuture<Long> index) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(30);
        assertThat(index).isNotDone();
    }

    @Test
    void a_source_that_ends_ends_the_playback() throws InterruptedException {
        try (Playback playback = playing(video(2))) {
            assertThat(next(playback)).isEqualTo(0);
            assertThat(next(playback)).isEqualTo(1);
            assertThat(next(playback)).isEqualTo(-1);
        }
    }

    @Test
    void a_frame_that_was_read_ahead_is_the_next_one_and_its_latency_counts_from_when_it_is_taken()
            throws InterruptedException {
        try (Playback playback = playing(video(2))) {
            playback.readAhead();
            playback.readAhead();
            assertThat(pool.lent()).isEqualTo(1);
            long turn = System.nanoTime();

            PendingFrame taken = playback.next();

            try (var frame = taken.frame()) {
                assertThat(frame.index()).isZero();
                assertThat(taken.sinceNanos()).isGreaterThanOrEqualTo(turn);
            }
            assertThat(next(playback)).isEqualTo(1);
            playback.readAhead();
            assertThat(next(playback)).isEqualTo(-1);
        }
    }

    @Test
    void a_seek_and_another_source_replace_a_frame_that_was_read_ahead() throws InterruptedException {
        try (Playback playback = playing(video(100))) {
            playback.readAhead();
            playback.seek(20 * FRAME_MICROS);
            assertThat(next(playback)).isEqualTo(20);
            playback.readAhead();
            playback.changeSource(video(100).startsAt(70));
            assertThat(next(playback)).isEqualTo(70);
        }
    }

    @Test
    void nothing_is_read_ahead_of_a_camera_or_during_a_pause_and_what_was_is_released() throws InterruptedException {
        try (Playback camera = playing(FakeSource.camera(pool, 5)); Playback playback = playing(video(5))) {
            camera.readAhead();
            playback.pause();
            playback.readAhead();
            assertThat(pool.lent()).isZero();
            playback.resume();
            playback.readAhead();
            assertThat(pool.lent()).isEqualTo(1);
            playback.forgetAhead();
        }
    }

    @Test
    void the_last_seek_counts_and_raises_the_epoch_each_time() throws InterruptedException {
        try (Playback playback = playing(video(100))) {
            playback.seek(10 * FRAME_MICROS);
            playback.seek(20 * FRAME_MICROS);

            PendingFrame taken = playback.next();
            try (var frame = taken.frame()) {
                assertThat(frame.index()).isEqualTo(20);
                assertThat(taken.epoch()).isEqualTo(playback.epoch()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_frame_that_waits_for_the_end_of_a_pause_is_not_lost() throws InterruptedException {
        try (Playback playback = new Playback(FakeSource.video(pool, 10, 0.1), true, false)) {
            assertThat(next(playback)).isEqualTo(0);
            CompletableFuture<Long> second = nextLater(playback);
            assertWaits(second);
            playback.pause();
            assertWaits(second);

            playback.step();

            assertThat(second.join()).as("the frame that was due in ten seconds is shown by the step").isEqualTo(1);
            playback.resume();
            assertThat(next(playback)).as("and the next one at once after the pause").isEqualTo(2);
        }
    }

    @Test
    void a_frame_that_waits_belongs_to_the_epoch_in_which_it_is_given() throws InterruptedException {
        try (Playback playback = playing(video(10))) {
            playback.pause();
            CompletableFuture<Long> first = nextLater(playback);
            assertWaits(first);
            playback.raiseEpoch();
            playback.step();
            assertThat(first.join()).isEqualTo(0);
            playback.step();
            PendingFrame taken = playback.next();
            try (var frame = taken.frame()) {
                assertThat(taken.epoch()).isEqualTo(1);
                assertThat(frame.index()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_seek_replaces_a_frame_that_waits_for_its_time() throws InterruptedException {
        try (Playback playback = new Playback(FakeSource.video(pool, 100, 0.1), true, false)) {
            assertThat(next(playback)).isEqualTo(0);
            CompletableFuture<Long> second = nextLater(playback);
            assertWaits(second);

            playback.seek(50 * 10_000_000L);

            assertThat(second.join()).isEqualTo(50);
        }
    }

    @Test
    void steps_count_only_while_paused() throws InterruptedException {
        try (Playback playback = playing(video(10))) {
            playback.step();
            playback.pause();
            CompletableFuture<Long> first = nextLater(playback);
            assertWaits(first);
            playback.step();
            assertThat(first.join()).isEqualTo(0);
        }
    }

    @Test
    void steps_at_the_end_do_not_add_up() throws InterruptedException {
        try (Playback playback = new Playback(video(2), false, true)) {
            assertThat(next(playback)).isEqualTo(0);
            assertThat(next(playback)).isEqualTo(1);
            CompletableFuture<Long> afterEnd = nextLater(playback);
            assertWaits(afterEnd);
            playback.pause();
            playback.step();
            playback.step();

            playback.seek(0);

            assertThat(afterEnd.join()).isEqualTo(0);
            assertWaits(nextLater(playback));
        }
    }

    @Test
    void commands_do_not_wait_for_a_source_that_blocks() throws InterruptedException {
        FakeSource source = video(10).blocksAt(0);
        Playback playback = playing(source);
        CompletableFuture<Long> first = nextLater(playback);
        source.awaitBlocked();

        assertThat(EngineRig.millis(() -> {
            playback.pause();
            playback.resume();
            playback.speed(2);
            playback.seek(0);
            assertThat(playback.info().frameCount()).isEqualTo(10);
            playback.close();
        })).isLessThan(200);

        assertThat(first.join()).isEqualTo(-1);
    }

    @Test
    void a_source_that_complains_about_being_closed_has_not_failed() throws InterruptedException {
        FakeSource source = video(10).blocksAt(0).complainsWhenClosed();
        Playback playback = playing(source);
        CompletableFuture<Long> first = nextLater(playback);
        source.awaitBlocked();

        playback.close();

        assertThat(first.join()).isEqualTo(-1);
    }

    @Test
    void a_source_that_breaks_tells_so() {
        try (Playback playback = playing(video(10).failsAt(0))) {
            assertThatThrownBy(() -> next(playback)).isInstanceOf(UserException.class);
        }
    }

    @Test
    void every_source_is_closed_once() throws InterruptedException {
        FakeSource first = video(10);
        FakeSource second = video(10);
        FakeSource third = video(10);
        Playback playback = playing(first);
        assertThat(next(playback)).isEqualTo(0);
        playback.changeSource(second);
        playback.changeSource(third);
        assertThat(next(playback)).isEqualTo(0);

        playback.close();
        playback.close();

        assertThat(first.closings()).isEqualTo(1);
        assertThat(second.closings()).isEqualTo(1);
        assertThat(third.closings()).isEqualTo(1);
    }

    @Test
    void a_seek_of_the_source_before_is_forgotten() throws InterruptedException {
        try (Playback playback = playing(video(100))) {
            playback.seek(50 * FRAME_MICROS);
            playback.changeSource(video(100));

            assertThat(next(playback)).isEqualTo(0);
        }
    }

    @Test
    void an_interrupted_taker_releases_its_frame() throws InterruptedException {
        try (Playback playback = new Playback(FakeSource.video(pool, 100, 0.1), true, false)) {
            assertThat(next(playback)).isEqualTo(0);
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> next(playback)).isInstanceOf(InterruptedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 4.1, Double.NaN, Double.POSITIVE_INFINITY})
    void speeds_out_of_range_are_refused(double speed) {
        try (Playback playback = playing(video(1))) {
            assertThatThrownBy(() -> playback.speed(speed)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
