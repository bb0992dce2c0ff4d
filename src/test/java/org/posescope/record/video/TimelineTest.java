package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void times_that_grow_stay_as_they_are() {
        assertThat(placed(0, 40, 100, 5_000)).containsExactly(0, 40, 100, 5_000);
    }

    @Test
    void after_a_jump_back_time_goes_on_one_frame_later() {
        assertThat(placed(1_000, 1_040, 200, 240, 280, 10)).containsExactly(1_000, 1_040, 1_080, 1_120, 1_160, 1_200);
    }

    @Test
    void pictures_without_time_follow_each_other() {
        assertThat(placed(0, 0, 0)).containsExactly(0, 40, 80);
    }

    private static long[] placed(long... times) {
        Timeline timeline = new Timeline(40);
        return LongStream.of(times).map(timeline::place).toArray();
    }
}
