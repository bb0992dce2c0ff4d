package org.posescope.app.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class QuietCollectorTest {
    private static final long MUCH = 16L << 20;

    private final AtomicLong growth = new AtomicLong(MUCH);
    private final AtomicInteger collections = new AtomicInteger();
    private final QuietCollector collector = new QuietCollector(growth::get, collections::incrementAndGet);

    @Test
    void what_grew_is_collected_when_the_picture_jumps_back_by_itself() {
        collector.shown(3, 0);
        collector.shown(3, 40_000);
        collector.shown(3, 80_000);
        assertThat(collections).hasValue(0);

        collector.shown(3, 0);
        assertThat(collections).hasValue(1);

        collector.shown(3, 40_000);
        assertThat(collections).hasValue(1);
    }

    @Test
    void nobody_who_goes_back_waits_for_it() {
        collector.shown(3, 80_000);
        collector.shown(4, 40_000);
        assertThat(collections).hasValue(0);
    }

    @Test
    void what_grew_is_collected_when_nothing_plays_any_more() {
        collector.stopped();
        assertThat(collections).hasValue(1);
    }

    @Test
    void little_is_left_alone() {
        growth.set(MUCH - 1);
        collector.shown(3, 40_000);
        collector.shown(3, 0);
        collector.stopped();
        assertThat(collections).hasValue(0);
    }
}
