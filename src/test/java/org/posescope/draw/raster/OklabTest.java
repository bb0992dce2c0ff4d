package org.posescope.draw.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OklabTest {
    @ParameterizedTest
    @ValueSource(ints = {0xFF000000, 0xFFFFFFFF, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFF4CB4F5, 0xFF808080,
        0xFF010101})
    void a_colour_comes_back_as_it_was(int argb) {
        assertThat(Oklab.of(argb).argb()).isEqualTo(argb);
    }

    @Test
    void red_has_the_published_coordinates() {
        Oklab red = Oklab.of(0xFFFF0000);

        assertThat(red.lightness()).isCloseTo(0.62796, within(1e-4));
        assertThat(red.a()).isCloseTo(0.22486, within(1e-4));
        assertThat(red.b()).isCloseTo(0.12585, within(1e-4));
    }

    @Test
    void a_turn_stops_at_the_hue_it_goes_to() {
        Oklab blue = Oklab.of(0xFF4CB4F5);
        Oklab orange = Oklab.of(0xFFF79F1F);

        assertThat(blue.turn(orange.hue(), Math.PI).hue()).isCloseTo(orange.hue(), within(1e-9));
        assertThat(blue.turn(orange.hue(), 0.1).distance(blue)).isCloseTo(
                2 * Math.sin(0.05) * Math.hypot(blue.a(), blue.b()), within(1e-9));
    }
}
