package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class AwakeTest {
    @Test
    void a_stop_between_two_questions_begins_the_time_anew() {
        Awake awake = new Awake(millis(-5));

        assertThat(awake.nanos(millis(45))).isEqualTo(millis(50));
        assertThat(awake.nanos(millis(900))).isEqualTo(millis(905));
        assertThat(awake.nanos(millis(60_000))).isZero();
        assertThat(awake.nanos(millis(60_050))).isEqualTo(millis(50));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
