package org.posescope.app.scene3d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class FloorLevelTest {
    private static final long STEP = 40_000;
    private final FloorLevel floor = new FloorLevel();
    private long now;

    private double see(double lowest) {
        now += STEP;
        floor.add(now, lowest);
        return floor.at(now, 9);
    }

    @Test
    void before_anybody_is_seen_it_is_where_the_caller_thinks() {
        assertThat(floor.at(0, 1.4)).isEqualTo(1.4);
    }

    @Test
    void the_first_foot_is_on_it() {
        assertThat(see(0.9)).isEqualTo(0.9);
    }

    @Test
    void it_stands_still_under_noisy_feet() {
        Random random = new Random(1);
        see(0.9);
        for (int i = 0; i < 300; i++) {
            assertThat(see(0.9 + 0.012 * random.nextGaussian())).isEqualTo(0.9);
        }
    }

    @Test
    void a_jump_does_not_lift_it() {
        for (int i = 0; i < 60; i++) {
            see(0.9);
        }
        for (int i = 0; i < 12; i++) {
            assertThat(see(0.4)).isEqualTo(0.9);
        }
    }

    @Test
    void it_follows_feet_that_stay_elsewhere_without_a_step() {
        double last = see(0.9);
        for (int i = 0; i < 250; i++) {
            double level = see(1.3);
            assertThat(level - last).isBetween(0.0, 0.05);
            last = level;
        }
        assertThat(last).isCloseTo(1.3, within(0.006));
    }

    @Test
    void a_new_source_starts_anew() {
        see(0.9);
        floor.forget();

        assertThat(see(2.5)).isEqualTo(2.5);
    }
}
