package org.posescope.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;

class ShrinkTest {
    private static final int BLUE = 0;

    /** Blue grows by 4 a column and by 8 a row, all else by nothing. */
    private static Frame slope(FramePool pool, int width, int height) {
        Frame frame = new Frame(pool.acquire(width, height), 3, 5, 7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                frame.pixels().setAtIndex(ValueLayout.JAVA_INT, (long) y * width + x, 0xFF102000 | (4 * x + 8 * y));
            }
        }
        return frame;
    }

    private static int blue(Frame frame, int x, int y) {
        return Byte.toUnsignedInt(
                frame.pixels().get(ValueLayout.JAVA_BYTE, (long) y * frame.stride() + 4L * x + BLUE));
    }

    @Test
    void each_pixel_is_the_mean_of_those_that_it_covers() {
        try (FramePool pool = new FramePool();
                Frame frame = slope(pool, 24, 8);
                Frame half = Shrink.halved(frame, 1, pool);
                Frame quarter = Shrink.halved(frame, 2, pool)) {
            assertThat(half.width()).isEqualTo(12);
            assertThat(half.height()).isEqualTo(4);
            assertThat(blue(half, 3, 1)).isEqualTo(4 * 6 + 8 * 2 + 2 + 4);
            assertThat(quarter.width()).isEqualTo(6);
            assertThat(blue(quarter, 2, 1)).isEqualTo(4 * 8 + 8 * 4 + 6 + 12);
            assertThat(quarter.pixels().get(ValueLayout.JAVA_INT, 0) >>> 8).isEqualTo(0xFF1020);
            assertThat(quarter.ptsMicros()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 5, 1, 3, 2", "7, 5, 2, 1, 1", "1, 9, 3, 1, 1", "3, 1, 1, 1, 1"})
    void sides_that_cannot_be_halved_are_rounded_down_and_never_nothing(int width, int height, int halvings,
            int copyWidth, int copyHeight) {
        try (FramePool pool = new FramePool();
                Frame frame = slope(pool, width, height);
                Frame copy = Shrink.halved(frame, halvings, pool)) {
            assertThat(copy.width()).isEqualTo(copyWidth);
            assertThat(copy.height()).isEqualTo(copyHeight);
        }
    }

    @Test
    void every_copy_on_the_way_is_given_back() {
        try (FramePool pool = new FramePool()) {
            try (Frame frame = slope(pool, 64, 64); Frame copy = Shrink.halved(frame, 4, pool)) {
                assertThat(copy.width()).isEqualTo(4);
                assertThat(pool.lent()).isEqualTo(2);
            }
            assertThat(pool.lent()).isZero();
        }
    }

    @Test
    void a_copy_lies_in_the_upper_left_corner_of_a_wider_picture() {
        try (FramePool pool = new FramePool();
                Frame frame = slope(pool, 8, 8);
                Frame picture = new Frame(pool.acquire(10, 4), 0, 0, 0)) {
            picture.pixels().fill((byte) 9);
            Shrink.into(picture, frame, 4);

            assertThat(blue(picture, 3, 3)).isEqualTo(4 * 6 + 8 * 6 + 2 + 4);
            assertThat(blue(picture, 4, 3)).isEqualTo(9);
        }
    }
}
