package org.posescope.app.scene3d.software;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestWorkerTest {
    /** What the owner's thread, here the test's, still has to run. */
    private final LinkedBlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final List<String> results = new ArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private LatestWorker<String, String> worker = worker(this::slowly);

    private LatestWorker<String, String> worker(Function<String, String> work) {
        return new LatestWorker<>("test-worker", Duration.ZERO, work, results::add, owner::add);
    }

    private String slowly(String input) {
        begun.release();
        mayEnd.acquireUninterruptibly();
        return input.toUpperCase(Locale.ROOT);
    }

    private void begin(String input) throws InterruptedException {
        worker.submit(input);
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    private void deliver() throws InterruptedException {
        Runnable next = owner.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        next.run();
    }

    @AfterEach
    void close() {
        worker.close();
        mayEnd.release(100);
    }

    @Test
    void only_the_newest_of_what_waits_is_worked_on() throws InterruptedException {
        begin("a");
        worker.submit("b");
        worker.submit("c");
        mayEnd.release();
        deliver();
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        mayEnd.release();
        deliver();

        assertThat(results).containsExactly("A", "C");
    }

    @Test
    void a_slow_owner_gets_one_call_and_the_newest_result() throws InterruptedException {
        begin("a");
        mayEnd.release();
        begin("b");
        mayEnd.release();
        begin("c");
        deliver();

        assertThat(results).containsExactly("B");
        assertThat(owner).isEmpty();
    }

    @Test
    void a_failure_does_not_end_the_worker() throws InterruptedException {
        worker.close();
        CountDownLatch failing = new CountDownLatch(1);
        worker = worker(input -> {
            if (failing.getCount() > 0) {
                failing.countDown();
                throw new IllegalArgumentException(input);
            }
            return input;
        });
        worker.submit("bad");
        assertThat(failing.await(10, TimeUnit.SECONDS)).isTrue();
        worker.submit("good");
        deliver();

        assertThat(results).containsExactly("good");
    }

    @Test
    void nothing_comes_after_close() throws InterruptedException {
        begin("a");
        worker.close();
        mayEnd.release();
        deliver();

        assertThat(results).isEmpty();
    }
}
