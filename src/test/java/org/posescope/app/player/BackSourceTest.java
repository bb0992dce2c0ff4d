package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.TimedFilm;

class BackSourceTest {
    private final FramePool pool = new FramePool();

    @AfterEach
    void every_frame_was_given_back() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private static long next(BackSource source) {
        try (Frame frame = source.next()) {
            return frame.positionMicros();
        }
    }

    private static long before(BackSource source, long micros) {
        source.seek(source.aim(micros));
        return next(source);
    }

    private static void assertEveryFrameIsFound(TimedFilm film) {
        try (BackSource source = new BackSource(film)) {
            List<Long> times = film.times();
            for (int index = times.size() - 1; index > 0; index--) {
                assertThat(before(source, times.get(index))).as("before frame %d", index)
                        .isEqualTo(times.get(index - 1));
                assertThat(next(source)).as("and then on").isEqualTo(times.get(index));
            }
            assertThat(before(source, 0)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 12288", "23.976023976, 24000", "24, 12288", "25, 12800", "29.97002997, 30000", "30, 15360",
        "59.94005994, 60000", "60, 15360", "12, 1000", "23.976023976, 1000", "24, 1000", "25, 1000",
        "29.97002997, 1000",
        "30, 1000", "60, 1000", "30, 90000", "120, 1000"})
    void every_frame_of_a_constant_rate_is_found_with_one_look(double fps, long unitsPerSecond) {
        TimedFilm film = TimedFilm.constant(pool, 300, fps, unitsPerSecond);

        assertEveryFrameIsFound(film);

        // Three looks more until it is known that the rate is constant; and none for the first frame.
        assertThat(film.reads()).isLessThan(2 * 299 + 15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void every_frame_of_a_variable_rate_is_found(int seed) {
        Random random = new Random(seed);
        List<Long> times = new ArrayList<>(List.of(0L));
        while (times.size() < 200) {
            // Bursts and rests.
            long step = random.nextInt(5) == 0 ? random.nextLong(200_000, 3_000_000) : random.nextLong(30_000, 50_000);
            times.add(times.getLast() + step);
        }

        assertEveryFrameIsFound(TimedFilm.of(pool, times));
    }

    @Test
    void the_last_frame_is_found_from_behind_the_end() {
        TimedFilm film = TimedFilm.of(pool, List.of(0L, 40_000L, 80_000L));
        try (BackSource source = new BackSource(film)) {
            assertThat(before(source, 9_000_000)).isEqualTo(80_000);
        }
    }

    @Test
    void another_place_is_sought_as_it_is() {
        TimedFilm film = TimedFilm.of(pool, List.of(0L, 40_000L, 80_000L, 120_000L));
        try (BackSource source = new BackSource(film)) {
            assertThat(source.aim(80_000)).isPositive();
            source.seek(70_000);
            assertThat(next(source)).isEqualTo(80_000);
        }
    }
}
