package org.posescope.infer.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HeapBoundTest {
    private static final int MEGABYTE = 1 << 20;

    @AfterEach
    void watchNoMore() {
        pools().forEach(pool -> pool.setUsageThreshold(0));
    }

    @Test
    void what_lives_long_is_collected_when_it_takes_more_than_the_bound() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        watch(asked::countDown);

        List<byte[]> held = hold(64);

        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(held).hasSize(64);
    }

    @Test
    void a_task_that_needs_more_than_the_bound_is_collected_again_when_it_takes_half_as_much_more()
            throws InterruptedException {
        Semaphore asked = new Semaphore(0);
        watch(asked::release);
        List<byte[]> held = hold(64);
        assertThat(asked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

        List<byte[]> more = new ArrayList<>();
        boolean again = false;
        for (int round = 0; round < 16 && !again; round++) {
            more.addAll(hold(64));
            again = asked.tryAcquire(1, TimeUnit.SECONDS);
        }

        assertThat(again).isTrue();
        assertThat(held).hasSize(64);
        assertThat(more).isNotEmpty();
    }

    /** A little more than is used now. What was exceeded before counts until a collection has left less. */
    private static void watch(Runnable collect) {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        HeapBound.watch(used + 16 * MEGABYTE, collect);
        System.gc();
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(MemoryPoolMXBean::isUsageThresholdSupported)
                .filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static List<byte[]> hold(int megabytes) {
        List<byte[]> held = new ArrayList<>();
        for (int i = 0; i < megabytes; i++) {
            held.add(new byte[MEGABYTE]);
        }
        System.gc();
        return held;
    }
}
