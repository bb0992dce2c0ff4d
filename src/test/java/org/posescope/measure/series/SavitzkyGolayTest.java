package org.posescope.measure.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class SavitzkyGolayTest {
    @ParameterizedTest
    @ValueSource(doubles = {24, 30, 60, 120})
    void a_cubic_and_its_derivatives_are_exact_at_every_rate_up_to_the_ends(double fps) {
        double[] values = new double[(int) fps];
        for (int i = 0; i < values.length; i++) {
            double t = i / fps;
            values[i] = 3 - 2 * t + 5 * t * t - 7 * t * t * t;
        }
        SavitzkyGolay filter = new SavitzkyGolay(0.2, fps);
        for (int i = 0; i < values.length; i++) {
            double t = i / fps;
            assertThat(filter.derivative(values, 0)[i]).isCloseTo(values[i], within(1e-9));
            assertThat(filter.derivative(values, 1)[i]).isCloseTo(-2 + 10 * t - 21 * t * t, within(1e-6));
            assertThat(filter.derivative(values, 2)[i]).isCloseTo(10 - 42 * t, within(1e-4));
        }
    }

    @Test
    void nothing_is_carried_over_a_gap() {
        double[] values = new double[40];
        Arrays.fill(values, 0, 19, 1);
        values[19] = Double.NaN;
        Arrays.fill(values, 20, 40, 50);

        double[] speed = new SavitzkyGolay(0.3, 30).derivative(values, 1);

        assertThat(speed[19]).isNaN();
        assertThat(speed[18]).isCloseTo(0, within(1e-9));
        assertThat(speed[20]).isCloseTo(0, within(1e-9));
    }

    @Test
    void noise_gets_less() {
        Random random = new Random(2);
        double[] noise = random.doubles(600, -1, 1).toArray();

        double[] smooth = new SavitzkyGolay(0.5, 60).derivative(noise, 0);

        assertThat(Arrays.stream(smooth).map(v -> v * v).sum())
                .isLessThan(0.15 * Arrays.stream(noise).map(v -> v * v).sum());
    }
}
