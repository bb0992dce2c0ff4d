package org.posescope.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class FramePoolTest {
    private static List<PixelBlock> acquire(FramePool pool, int count, int width, int height) {
        return Stream.generate(() -> pool.acquire(width, height)).limit(count).toList();
    }

    @Test
    void blocks_that_nobody_holds_take_no_more_memory_than_six_pictures_of_4k() {
        try (FramePool pool = new FramePool()) {
            acquire(pool, 8, 3840, 2160).forEach(PixelBlock::release);
            assertThat(pool.idleBytes()).isEqualTo(6 * 4 * 3840 * 2160L);

            acquire(pool, 6, 3840, 2160).forEach(PixelBlock::release);
            assertThat(pool.idleBytes()).isEqualTo(6 * 4 * 3840 * 2160L);

            acquire(pool, 20, 64, 48).forEach(PixelBlock::release);
            assertThat(pool.idleBytes()).isEqualTo(16 * 4 * 64 * 48L);
            assertThat(pool.lent()).isZero();
        }
    }

    @Test
    void blocks_that_were_not_needed_for_a_hundred_pictures_are_freed_and_the_others_stay() {
        try (FramePool pool = new FramePool()) {
            acquire(pool, 10, 64, 48).forEach(PixelBlock::release);
            for (int i = 0; i < 200; i++) {
                acquire(pool, 3, 64, 48).forEach(PixelBlock::release);
            }
            assertThat(pool.idleBytes()).isEqualTo(3 * 4 * 64 * 48L);
        }
    }

    @Test
    void a_block_that_is_needed_now_and_then_stays() {
        try (FramePool pool = new FramePool()) {
            for (int i = 0; i < 40; i++) {
                acquire(pool, 5, 64, 48).forEach(PixelBlock::release);
                for (int k = 0; k < 20; k++) {
                    acquire(pool, 1, 64, 48).forEach(PixelBlock::release);
                }
            }
            assertThat(pool.idleBytes()).isEqualTo(5 * 4 * 64 * 48L);
        }
    }
}
