package org.posescope.workshop.demo.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignalTest {
    @Test
    void smoothing_leaves_steady_change_as_it_is() {
        Signal line = Signal.of(0, 4, t -> 3 * t - 1).smoothed(0.5);
        assertThat(line.at(2.1234)).isCloseTo(3 * 2.1234 - 1, within(1e-9));
    }

    @Test
    void smoothing_spreads_a_step_over_its_window() {
        Signal step = Signal.of(0, 2, t -> t < 1 ? 0 : 1).smoothed(0.4);
        assertThat(step.at(0.79)).isCloseTo(0, within(1e-9));
        assertThat(step.at(1)).isCloseTo(0.5, within(0.02));
        assertThat(step.at(1.21)).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_lowest_smoothed_never_exceeds_the_signal() {
        Signal raw = Signal.of(0, 3, t -> Math.sin(9 * t) + (t > 1.5 ? -0.5 : 0));
        Signal below = raw.lowest(0.2).smoothed(0.2);
        for (double t = 0; t < 3; t += 0.01) {
            assertThat(below.at(t)).isLessThanOrEqualTo(raw.at(t) + 1e-9);
        }
    }

    @Test
    void outside_the_first_and_last_value_hold() {
        Signal line = Signal.of(1, 2, t -> t);
        assertThat(line.at(-5)).isEqualTo(1);
        assertThat(line.at(9)).isCloseTo(2, within(0.01));
    }
}
