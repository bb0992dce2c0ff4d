package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookingTest {
    private static Looking at(double width, double height, double outputScale, double factor) {
        return new Looking(width, height, outputScale, new PictureZoom(factor, 0.5, 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "3840, 2160,  688,  520, 1,   1, 2", // 960 pixels for 688
        "3840, 2160, 1200,  800, 1,   1, 1", // 1920 for 1200
        "3840, 2160, 1200,  800, 2,   1, 0", // 2400 of the screen
        "3840, 2160, 2560, 1440, 1,   1, 0",
        "3840, 2160,  688,  520, 1,   2, 1", // nearer
        "3840, 2160,  688,  520, 1,   4, 0",
        "1920, 1080,  688,  520, 1,   1, 1",
        "1280,  720,  688,  520, 1,   1, 0",
        "2160, 3840,  688,  520, 1,   1, 2", // 293 pixels are seen of its width
        "640,   480, 1200,  800, 1,   1, 0"})
    void a_picture_is_halved_as_often_as_it_keeps_more_pixels_than_the_screen_shows(int width, int height,
            double paneWidth, double paneHeight, double outputScale, double factor, int halvings) {
        Looking looking = at(paneWidth, paneHeight, outputScale, factor);

        assertThat(looking.halvings(width, height)).isEqualTo(halvings);
        assertThat(looking.enough(width >> halvings, width, height)).isEqualTo(width != 640);
    }

    @Test
    void without_a_pane_nothing_is_halved() {
        assertThat(Looking.NOWHERE.halvings(3840, 2160)).isZero();
        assertThat(Looking.NOWHERE.enough(960, 3840, 2160)).isFalse();
    }

    @Test
    void a_copy_is_enough_until_the_screen_has_more_pixels() {
        assertThat(at(960, 540, 1, 1).enough(960, 3840, 2160)).isTrue();
        assertThat(at(962, 541, 1, 1).enough(960, 3840, 2160)).isFalse();
        assertThat(at(688, 520, 1, 1.5).enough(960, 3840, 2160)).isFalse();
    }
}
