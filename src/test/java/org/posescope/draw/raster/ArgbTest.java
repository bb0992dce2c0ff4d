package org.posescope.draw.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgbTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 64", "1, 128", "2, 128", "-1, 0", "NaN, 0"})
    void fading_multiplies_alpha_and_leaves_the_colour(double opacity, int alpha) {
        assertThat(Argb.fade(0x80123456, opacity)).isEqualTo((alpha << 24) | 0x123456);
    }

    @Test
    void mixing_is_exact_at_both_ends_and_in_the_middle() {
        assertThat(Argb.mix(0x10203040, 0xFF00FF80, 0)).isEqualTo(0x10203040);
        assertThat(Argb.mix(0x10203040, 0xFF00FF80, 1)).isEqualTo(0xFF00FF80);
        assertThat(Argb.mix(0xFF000000, 0xFFFEFEFE, 0.5)).isEqualTo(0xFF7F7F7F);
    }

    @Test
    void fast_blending_is_mixing() {
        for (int weight = 0; weight <= 256; weight++) {
            int exact = Argb.mix(0xFF0A80F0, 0xFFE07F01, weight / 256.0);
            int fast = Argb.blend(0xFF0A80F0, 0xFFE07F01, weight);
            assertThat(Argb.alpha(fast)).isEqualTo(255);
            assertThat(Argb.red(fast)).isCloseTo(Argb.red(exact), within(1));
            assertThat(Argb.green(fast)).isCloseTo(Argb.green(exact), within(1));
            assertThat(Argb.blue(fast)).isCloseTo(Argb.blue(exact), within(1));
        }
    }

    @Test
    void luminance_weights_the_channels_in_linear_light() {
        assertThat(Argb.luminance(Argb.WHITE)).isCloseTo(1, within(1e-9));
        assertThat(Argb.luminance(0xFF00FF00)).isCloseTo(0.7152, within(1e-9));
        assertThat(Argb.luminance(0xFF808080)).isCloseTo(0.21586, within(1e-5));
    }
}
