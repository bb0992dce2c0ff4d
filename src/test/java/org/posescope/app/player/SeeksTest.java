package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.frame.FramePool;
import org.posescope.pipeline.playback.PendingFrame;
import org.posescope.pipeline.playback.Playback;
import org.posescope.testkit.FakeSource;

@Timeout(20)
class SeeksTest {
    private static final long FRAME = 100_000;

    private final FramePool pool = new FramePool();
    private final Playback playback = new Playback(FakeSource.video(pool, 100, 10), false, true);
    private final Seeks seeks = new Seeks(playback);

    SeeksTest() {
        playback.pause();
    }

    @AfterEach
    void everyFrameIsGivenBack() {
        playback.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    /** Takes the next frame to the screen. */
    private long show() throws InterruptedException {
        PendingFrame taken = playback.next();
        long position = taken.frame().positionMicros();
        taken.frame().close();
        seeks.shown(taken.epoch(), position);
        return position;
    }

    @Test
    void of_the_places_that_are_asked_for_while_one_is_on_its_way_the_last_counts() throws InterruptedException {
        seeks.ask(10 * FRAME);
        long epoch = playback.epoch();
        seeks.ask(20 * FRAME);
        seeks.ask(30 * FRAME);

        assertThat(playback.epoch()).as("nothing is given up").isEqualTo(epoch);
        assertThat(seeks.seeking()).isTrue();
        assertThat(seeks.place()).isEqualTo(30 * FRAME);
        assertThat(show()).isEqualTo(10 * FRAME);
        assertThat(seeks.seeking()).isTrue();
        assertThat(show()).isEqualTo(30 * FRAME);
        assertThat(seeks.seeking()).isFalse();
        assertThat(seeks.place()).isEqualTo(30 * FRAME);
    }

    @Test
    void what_was_on_its_way_before_is_no_answer() throws InterruptedException {
        seeks.shown(playback.epoch(), 5 * FRAME);
        long before = playback.epoch();
        seeks.ask(10 * FRAME);

        seeks.shown(before, 6 * FRAME);

        assertThat(seeks.seeking()).isTrue();
        assertThat(seeks.place()).isEqualTo(10 * FRAME);
        assertThat(show()).isEqualTo(10 * FRAME);
        assertThat(seeks.seeking()).isFalse();
    }

    @Test
    void what_does_not_come_is_not_waited_for() throws InterruptedException {
        seeks.ask(10 * FRAME);
        seeks.ask(20 * FRAME);

        while (seeks.place() != 20 * FRAME || playback.epoch() < 2) {
            seeks.pulse();
            LockSupport.parkNanos(1_000_000);
        }

        assertThat(show()).isEqualTo(20 * FRAME);
    }

    @Test
    void behind_the_end_another_place_can_be_gone_to() throws InterruptedException {
        seeks.ask(1000 * FRAME);
        seeks.ask(20 * FRAME);

        seeks.ended();

        assertThat(show()).isEqualTo(20 * FRAME);
    }

    @Test
    void it_is_calm_when_nothing_has_changed_for_a_while() throws InterruptedException {
        seeks.ask(10 * FRAME);
        assertThat(seeks.calm(-1)).isFalse();

        show();

        assertThat(seeks.calm(-1)).isTrue();
        assertThat(seeks.calm(Long.MAX_VALUE)).isFalse();
    }
}
