package org.posescope.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.draw.raster.Argb;
import org.posescope.pose.Skeleton.Side;

class PaletteTest {
    @ParameterizedTest
    @EnumSource(Vision.class)
    void the_first_seven_people_can_be_told_apart(Vision vision) {
        for (int a = 1; a <= 7; a++) {
            for (int b = a + 1; b <= 7; b++) {
                assertThat(vision.see(Palette.person(a)).distance(vision.see(Palette.person(b))))
                        .as("%s: people %d and %d", vision, a, b).isGreaterThan(0.08);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Vision.class)
    void left_and_right_can_be_told_apart_by_lightness_alone(Vision vision) {
        for (int id = 0; id <= 21; id++) {
            double left = vision.see(Palette.limb(id, Side.LEFT)).lightness();
            double right = vision.see(Palette.limb(id, Side.RIGHT)).lightness();
            assertThat(left - right).as("%s: person %d", vision, id).isGreaterThan(0.1);
        }
    }

    @Test
    void the_middle_has_the_colour_of_the_person() {
        assertThat(Palette.limb(3, Side.MIDDLE)).isEqualTo(Palette.person(3));
        assertThat(Palette.person(0)).isEqualTo(Palette.UNTRACKED);
        assertThat(Palette.person(22)).isEqualTo(Palette.person(1)).isNotEqualTo(Palette.person(8));
    }

    @Test
    void text_has_a_contrast_of_four_and_a_half_on_every_colour() {
        for (int id = 0; id <= 21; id++) {
            double plate = Argb.luminance(Palette.person(id)) + 0.05;
            double text = Argb.luminance(Palette.textOn(Palette.person(id))) + 0.05;
            assertThat(Math.max(plate, text) / Math.min(plate, text)).as("person %d", id).isGreaterThan(4.5);
        }
    }
}
