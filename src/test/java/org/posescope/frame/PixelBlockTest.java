package org.posescope.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PixelBlockTest {
    private final FramePool pool = new FramePool();

    @Test
    void a_block_that_is_released_too_often_complains_and_can_still_be_used() {
        try (pool) {
            PixelBlock block = pool.acquire(4, 3);
            block.release();

            assertThatThrownBy(block::release).isInstanceOf(IllegalStateException.class);

            PixelBlock again = pool.acquire(4, 3);
            assertThat(again).isSameAs(block);
            assertThat(pool.lent()).isEqualTo(1);
            again.release();
            assertThat(pool.lent()).isZero();
        }
    }

    @Test
    void a_frame_at_another_place_is_the_same_reference() {
        try (pool) {
            Frame frame = new Frame(pool.acquire(4, 3), 5, 50, 500);

            Frame placed = frame.movedTo(6, 60);

            assertThat(placed.index()).isEqualTo(6);
            assertThat(placed.ptsMicros()).isEqualTo(60);
            assertThat(placed.capturedAtNanos()).isEqualTo(500);
            assertThat(placed.pixels()).isEqualTo(frame.pixels());
            placed.close();
            assertThat(pool.lent()).isZero();
        }
    }
}
