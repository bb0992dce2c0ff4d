package org.posescope.pipeline.playback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final long MS = 1_000_000;
    private static final long START = 77 * MS;

    private final Pace pace = new Pace();

    @Test
    void the_first_frame_is_due_at_once_and_later_ones_by_their_times() {
        assertThat(pace.waitFor(5_000_000, START)).isZero();
        assertThat(pace.waitFor(5_040_000, START + 10 * MS)).isEqualTo(30 * MS);
        assertThat(pace.waitFor(5_080_000, START + 90 * MS)).as("late").isZero();
        assertThat(pace.waitFor(5_120_000, START + 90 * MS)).as("caught up").isEqualTo(30 * MS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1, 2, 4})
    void speed_divides_the_wait(double speed) {
        pace.speed(speed, START);
        pace.waitFor(0, START);

        assertThat(pace.waitFor(40_000, START)).isEqualTo(Math.round(40 * MS / speed));
    }

    @Test
    void a_change_of_speed_leaves_what_was_played_where_it_is() {
        pace.waitFor(0, START);

        pace.speed(0.5, START + 20 * MS);

        assertThat(pace.waitFor(40_000, START + 20 * MS)).as("half of the time is over, the rest takes twice as long")
                .isEqualTo(40 * MS);
    }

    @Test
    void what_was_missed_in_a_long_halt_is_not_rushed_through() {
        pace.waitFor(0, START);

        assertThat(pace.waitFor(40_000, START + 2000 * MS)).isZero();

        assertThat(pace.waitFor(80_000, START + 2000 * MS)).isEqualTo(40 * MS);
    }

    @Test
    void after_a_seek_time_counts_from_the_first_frame() {
        pace.waitFor(0, START);
        pace.forget();

        assertThat(pace.waitFor(9_000_000, START + 5 * MS)).isZero();
        assertThat(pace.waitFor(9_040_000, START + 5 * MS)).isEqualTo(40 * MS);
    }
}
