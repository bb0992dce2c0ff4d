package org.posescope.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class TimingTest {
    private static final int WRITERS = 4;
    private static final int EACH = 20_000;

    @Test
    void intervals_that_are_closed_while_others_write_hold_each_duration_once() throws InterruptedException {
        Timing timing = new Timing();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < EACH; i++) {
                    timing.record(1_000L * (1 + i % 2_000_000));
                }
            }));
        }
        long counted = 0;
        while (writers.stream().anyMatch(Thread::isAlive)) {
            counted += timing.interval().count();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        counted += timing.interval().count();

        assertThat(counted).isEqualTo((long) WRITERS * EACH);
        assertThat(timing.total().count()).isEqualTo(counted);
        assertThat(timing.interval().count()).isZero();
    }
}
