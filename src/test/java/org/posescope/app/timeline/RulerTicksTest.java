package org.posescope.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulerTicksTest {
    private static final long SECOND = 1_000_000;

    @Test
    void times_are_round_and_no_more_than_there_is_room_for() {
        assertThat(RulerTicks.of(new Stretch(0, 60 * SECOND), 7)).extracting(RulerTicks.Tick::text)
                .containsExactly("0:00", "0:10", "0:20", "0:30", "0:40", "0:50");
        assertThat(RulerTicks.of(new Stretch(61_150_000, 61_700_000), 6)).extracting(RulerTicks.Tick::text)
                .containsExactly("1:01.2", "1:01.3", "1:01.4", "1:01.5", "1:01.6");
        assertThat(RulerTicks.of(new Stretch(0, 10 * 3600 * SECOND), 3)).extracting(RulerTicks.Tick::text)
                .containsExactly("0:00", "240:00", "480:00");
    }
}
