package org.posescope.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTest {
    @ParameterizedTest
    @CsvSource({"PICTURE, 3840, 2160, 2160", "SIDE_BY_SIDE, 3840, 2160, 1080", "SCENE, 3840, 2160, 1080",
        "SIDE_BY_SIDE, 2160, 3840, 1920", "SIDE_BY_SIDE, 1080, 1920, 1920", "SCENE, 640, 480, 480"})
    void pictures_with_the_3d_view_have_no_more_than_1080_pixels_on_their_shorter_side(View view, int width, int height,
            int lines) {
        assertThat(view.usualLines(width, height)).isEqualTo(lines);
    }
}
