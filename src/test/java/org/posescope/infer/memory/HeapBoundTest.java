package org.posescope.infer.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HeapBoundTest {
    private static final int MEGABYTE = 1 << 20;

    @AfterEach
    void watchNoMore() {
        ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.isUsageThresholdSupported())
                .forEach(pool -> pool.setUsageThreshold(0));
    }

    @Test
    void what_lives_long_is_collected_when_it_takes_more_than_the_bound() throws InterruptedException {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        CountDownLatch asked = new CountDownLatch(1);
        HeapBound.watch(used + 16 * MEGABYTE, asked::countDown);

        List<byte[]> held = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            held.add(new byte[MEGABYTE]);
        }
        System.gc();

        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(held).hasSize(64);
    }
}
