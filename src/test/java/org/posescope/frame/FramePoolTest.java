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
}
