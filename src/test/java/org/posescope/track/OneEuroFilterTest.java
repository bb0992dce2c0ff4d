package org.posescope.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneEuroFilterTest {
    private static final OneEuroSettings STEADY = new OneEuroSettings(1, 0, 1);

    @ParameterizedTest
    @ValueSource(ints = {15, 30, 60, 240})
    void a_step_is_followed_at_the_same_pace_at_any_frame_rate(int fps) {
        OneEuroFilter filter = new OneEuroFilter(STEADY);
        filter.filter(0, 0, 1);
        double value = 0;
        for (int frame = 0; frame < fps / 5; frame++) {
            value = filter.filter(1, 1.0 / fps, 1);
        }

        assertThat(value).isCloseTo(1 - Math.exp(-2 * Math.PI * 0.2), within(1e-9));
    }

    @Test
    void noise_at_rest_is_reduced() {
        OneEuroFilter filter = new OneEuroFilter(new OneEuroSettings(1.5, 0.1, 1));
        Random random = new Random(7);
        double rawSquares = 0;
        double smoothSquares = 0;
        for (int i = 0; i < 1000; i++) {
            double raw = random.nextGaussian();
            double smooth = filter.filter(raw, 1 / 30.0, 100);
            rawSquares += raw * raw;
            smoothSquares += smooth * smooth;
        }

        assertThat(Math.sqrt(smoothSquares / rawSquares)).isLessThan(0.5);
    }

    @Test
    void fast_motion_lags_less_with_beta() {
        assertThat(lagOfRamp(new OneEuroSettings(1, 10, 10))).isLessThan(lagOfRamp(STEADY) / 3);
    }

    @Test
    void the_same_motion_of_a_body_twice_as_near_is_smoothed_alike() {
        OneEuroFilter far = new OneEuroFilter(new OneEuroSettings(1, 5, 1));
        OneEuroFilter near = new OneEuroFilter(new OneEuroSettings(1, 5, 1));
        for (int i = 0; i < 50; i++) {
            double x = Math.sin(i * 0.2);
            assertThat(near.filter(2 * x, 1 / 30.0, 2)).isCloseTo(2 * far.filter(x, 1 / 30.0, 1), within(1e-9));
        }
    }

    private static double lagOfRamp(OneEuroSettings settings) {
        OneEuroFilter filter = new OneEuroFilter(settings);
        double lag = 0;
        for (int i = 0; i < 100; i++) {
            double position = i / 30.0;
            lag = position - filter.filter(position, 1 / 30.0, 1);
        }
        return lag;
    }
}
