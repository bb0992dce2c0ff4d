package org.posescope.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.posescope.pose.Box;

class PictureFitTest {
    @Test
    void a_tall_picture_stands_in_the_middle_of_a_wide_pane() {
        assertThat(PictureFit.of(1080, 1920, 800, 480)).isEqualTo(new PictureFit(0.25, 265, 0));
    }

    @Test
    void screen_and_picture_lead_to_each_other() {
        PictureFit fit = PictureFit.of(640, 480, 333, 777);

        assertThat(fit.pictureX(fit.screenX(123))).isCloseTo(123, within(1e-9));
        assertThat(fit.pictureY(fit.screenY(45))).isCloseTo(45, within(1e-9));
    }

    @Test
    void without_a_picture_there_is_no_fit() {
        assertThat(PictureFit.of(0, 0, 800, 480)).isEqualTo(PictureFit.NOTHING);
        assertThat(PictureFit.NOTHING.pictureX(100)).isZero();
    }

    @Test
    void in_a_mirror_left_is_right_on_the_screen_and_back() {
        PictureFit fit = PictureFit.of(200, 100, 400, 300).inMirror(200);

        assertThat(fit.screenX(20)).isEqualTo(360);
        assertThat(fit.screenLeft(new Box(20, 0, 50, 10))).isEqualTo(260);
        assertThat(fit.pictureX(360)).isEqualTo(20);
    }
}
