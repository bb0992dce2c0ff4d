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
        collector.shown(0, false);
        collector.shown(40_000, false);
        collector.shown(80_000, false);
        assertThat(collections).hasValue(0);

        collector.shown(0, false);
        assertThat(collections).hasValue(1);

        collector.shown(40_000, false);
        assertThat(collections).hasValue(1);
    }

    @Test
    void nobody_who_goes_back_waits_for_it() {
        collector.shown(80_000, false);
        collector.shown(40_000, true);
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
        collector.shown(40_000, false);
        collector.shown(0, false);
        collector.stopped();
        assertThat(collections).hasValue(0);
    }
}
