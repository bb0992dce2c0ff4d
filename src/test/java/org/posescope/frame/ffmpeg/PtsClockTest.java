package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

class PtsClockTest {
    private static final long UNKNOWN = avutil.AV_NOPTS_VALUE();

    final PtsClock clock = new PtsClock(new AVRational().num(1).den(1000), 40_000);

    @Test
    void times_count_from_the_first_picture() {
        assertThat(ticks(500, 540, 600)).containsExactly(0, 40_000, 100_000);
    }

    @Test
    void a_fine_time_base_does_not_overflow() {
        PtsClock nanos = new PtsClock(new AVRational().num(1).den(1_000_000_000), 40_000);
        nanos.tick(0);
        assertThat(nanos.tick(30L * 24 * 3600 * 1_000_000_000)).isEqualTo(30L * 24 * 3600 * 1_000_000);
    }

    @Test
    void unknown_times_are_one_interval_on() {
        assertThat(ticks(UNKNOWN, UNKNOWN, 7, UNKNOWN)).containsExactly(0, 40_000, 40_001, 80_001);
    }

    @Test
    void equal_and_slightly_earlier_times_still_grow() {
        assertThat(ticks(0, 40, 40, 20, 80)).containsExactly(0, 40_000, 40_001, 40_002, 80_000);
    }

    @Test
    void timestamps_that_start_again_go_on_one_interval_later() {
        assertThat(ticks(0, 5000, 0, 40, 80)).containsExactly(0, 5_000_000, 5_040_000, 5_080_000, 5_120_000);
    }

    @Test
    void a_seek_may_go_back_and_keeps_the_origin() {
        ticks(100, 3000);
        clock.restart();
        assertThat(clock.timestamp(1_000_000)).isEqualTo(1100);
        assertThat(ticks(1100, 1140)).containsExactly(1_000_000, 1_040_000);
    }

    @Test
    void after_a_return_to_the_start_the_next_picture_is_the_first() {
        ticks(100, 3000);
        clock.restartAtStart();
        assertThat(ticks(3040, 3080)).containsExactly(0, 40_000);
    }

    private long[] ticks(long... timestamps) {
        return Arrays.stream(timestamps).map(clock::tick).toArray();
    }
}
