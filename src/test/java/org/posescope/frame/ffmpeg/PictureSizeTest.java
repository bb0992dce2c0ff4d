package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {
    @ParameterizedTest
    @CsvSource({"1440, 1080, 4, 3, 1920, 1080", "720, 576, 16, 15, 768, 576", "720, 480, 8, 9, 720, 540",
        "97, 63, 0, 1, 97, 63", "97, 63, 1, 0, 97, 63", "640, 480, 1001, 1000, 640, 480", "640, 480, 5, 1, 640, 480"})
    void the_short_side_is_stretched(int width, int height, int num, int den, int squareWidth, int squareHeight) {
        assertThat(PictureSize.of(width, height, num, den)).isEqualTo(new PictureSize(squareWidth, squareHeight));
    }
}
