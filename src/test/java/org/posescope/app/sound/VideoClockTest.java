package org.posescope.app.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VideoClockTest {
    private static final long MILLI = 1_000_000;

    private final VideoClock clock = new VideoClock();

    @Test
    void it_goes_on_between_frames_and_stands_when_none_come() {
        assertThat(clock.at(0)).isEmpty();
        clock.shown(500_000, 0);

        assertThat(clock.at(40 * MILLI)).isEqualTo(OptionalLong.of(540_000));
        assertThat(clock.at(2_500 * MILLI)).isEmpty();
    }

    @Test
    void frames_that_come_unevenly_make_it_go_evenly() {
        Random random = new Random(3);
        for (int frame = 0; frame < 100; frame++) {
            clock.shown(frame * 40_000L, frame * (40L * MILLI) + random.nextLong(60 * MILLI));
        }

        assertThat(clock.at(4_000 * MILLI).getAsLong()).isCloseTo(3_970_000, Offset.offset(15_000L));
    }

    @Test
    void one_late_frame_does_not_set_it_and_two_of_another_place_do() {
        clock.shown(9_000_000, 0);
        clock.shown(9_040_000, 900 * MILLI);
        assertThat(clock.at(900 * MILLI)).isEqualTo(OptionalLong.of(9_900_000));
        clock.shown(9_960_000, 960 * MILLI);
        assertThat(clock.at(960 * MILLI)).isEqualTo(OptionalLong.of(9_960_000));

        clock.shown(0, 1_000 * MILLI);
        clock.shown(40_000, 1_040 * MILLI);

        assertThat(clock.at(1_080 * MILLI)).isEqualTo(OptionalLong.of(80_000));
    }

    @Test
    void after_a_stop_the_next_frame_sets_it() {
        clock.shown(9_000_000, 0);
        clock.stop();
        assertThat(clock.at(1)).isEmpty();

        clock.shown(3_000_000, 50 * MILLI);

        assertThat(clock.at(50 * MILLI)).isEqualTo(OptionalLong.of(3_000_000));
    }
}
