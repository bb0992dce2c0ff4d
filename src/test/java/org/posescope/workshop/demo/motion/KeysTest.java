package org.posescope.workshop.demo.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeysTest {
    private final Keyframes keys = Keyframes.at(0).to(1, 2, 4).to(0.5, 5, 6);

    @Test
    void a_value_rests_between_moves() {
        assertThat(keys.value(-1)).isZero();
        assertThat(keys.value(2)).isZero();
        assertThat(keys.value(4.5)).isEqualTo(1);
        assertThat(keys.value(100)).isEqualTo(0.5);
    }

    @Test
    void a_move_is_half_done_at_half_time_and_starts_and_ends_at_rest() {
        assertThat(keys.value(3)).isCloseTo(0.5, within(1e-12));
        assertThat(keys.value(2.02)).isLessThan(1e-4);
        assertThat(keys.value(3.98)).isGreaterThan(1 - 1e-4);
    }

    @Test
    void moves_may_not_overlap_or_go_back() {
        assertThatThrownBy(() -> keys.to(1, 5.5, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.to(1, 8, 8)).isInstanceOf(IllegalArgumentException.class);
    }
}
