package org.posescope.pipeline.people.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CopiesTest {
    private final AtomicInteger loads = new AtomicInteger();
    private final List<Integer> closed = Collections.synchronizedList(new ArrayList<>());

    private Copies<Integer> copies(int most, long patienceNanos) {
        return new Copies<>(loads::incrementAndGet, closed::add, most, patienceNanos);
    }

    @Test
    void holders_share_no_more_copies_than_may_work_at_once_and_the_last_one_closes_them() {
        Copies<Integer> copies = copies(2, TimeUnit.HOURS.toNanos(1));

        for (int holder = 0; holder < 3; holder++) {
            copies.hold();
        }
        int used = copies.with(copy -> copies.with(other -> copy * other));
        copies.release();
        copies.release();

        assertThat(used).isEqualTo(2);
        assertThat(loads).hasValue(2);
        assertThat(closed).isEmpty();
        copies.release();
        assertThat(closed).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_copy_has_one_user_at_a_time() throws InterruptedException {
        Copies<Integer> copies = copies(1, TimeUnit.HOURS.toNanos(1));
        copies.hold();
        AtomicInteger users = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        Runnable work = () -> {
            for (int i = 0; i < 200; i++) {
                copies.with(_ -> {
                    seen.add(users.incrementAndGet());
                    Thread.yield();
                    return users.decrementAndGet();
                });
            }
        };

        List<Thread> threads = List.of(Thread.ofPlatform().start(work), Thread.ofPlatform().start(work));
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(seen).hasSize(400).containsOnly(1);
        assertThat(loads).hasValue(1);
    }

    @Test
    void for_a_copy_that_does_not_come_back_another_is_loaded_and_it_is_closed_when_it_does() {
        Copies<Integer> copies = copies(1, 1);
        copies.hold();
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        CompletableFuture<Integer> stuck = CompletableFuture.supplyAsync(() -> copies.with(copy -> {
            taken.countDown();
            await(back);
            return copy;
        }));
        await(taken);

        assertThat(copies.<Integer>with(Function.identity())).isEqualTo(2);
        copies.release();
        assertThat(closed).containsExactly(2);
        back.countDown();
        assertThat(stuck.join()).isEqualTo(1);
        assertThat(closed).containsExactly(2, 1);
    }

    @Test
    void who_is_interrupted_while_waiting_gets_none_and_stays_interrupted() {
        Copies<Integer> copies = copies(1, TimeUnit.HOURS.toNanos(1));
        copies.hold();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> copies.with(_ -> copies.with(Function.identity())))
                .isInstanceOf(CancellationException.class).hasMessage("nobody waits for the network any more");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(copies.<Integer>with(Function.identity())).isEqualTo(1);
    }

    @Test
    void a_copy_that_cannot_be_loaded_counts_for_nobody() {
        AtomicInteger attempts = new AtomicInteger();
        Copies<Integer> copies = new Copies<>(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("not loadable");
            }
            return attempts.get();
        }, closed::add, 1);

        assertThatThrownBy(copies::hold).hasMessage("not loadable");
        copies.hold();
        copies.release();

        assertThat(closed).containsExactly(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
