package org.posescope.app.scene3d.software;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on a thread of its own on the newest of what it is given; what it has not begun when something newer comes is left
 * out. All methods are for one thread, the owner's, on which the results come too.
 *
 * @param <I> what is given
 * @param <O> what becomes of it
 */
final class LatestWorker<I, O> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LatestWorker.class);

    private final Function<I, O> work;
    private final Consumer<O> results;
    private final Executor owner;
    private final Duration period;
    private final Thread thread;
    private final Slot<I> waiting = new Slot<>();
    private final AtomicReference<Optional<O>> finished = new AtomicReference<>(Optional.empty());
    private boolean failed;
    private boolean closed;

    /**
     * @param name    of the thread
     * @param period  least time between two beginnings
     * @param work    called on the worker's thread
     * @param results called by {@code owner}
     */
    LatestWorker(String name, Duration period, Function<I, O> work, Consumer<O> results, Executor owner) {
        this.work = work;
        this.results = results;
        this.owner = owner;
        this.period = period;
        this.thread = Thread.ofPlatform().name(name).daemon()
                .uncaughtExceptionHandler((dead, cause) -> LOG.error("{} ended", dead.getName(), cause))
                .start(this::run);
    }

    void submit(I input) {
        waiting.put(input);
    }

    private void run() {
        try {
            while (true) {
                I item = waiting.take();
                long begun = System.nanoTime();
                work(item);
                Thread.sleep(period.minusNanos(System.nanoTime() - begun));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One bad input must not end the view; a repeated failure is told only once. */
    private void work(I item) {
        try {
            O result = work.apply(item);
            // One delivery is pending at most, however slow the owner is.
            if (finished.getAndSet(Optional.of(result)).isEmpty()) {
                owner.execute(this::deliver);
            }
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.error("{} left something out", Thread.currentThread().getName(), e);
            }
            failed = true;
        }
    }

    private void deliver() {
        finished.getAndSet(Optional.empty()).filter(result -> !closed).ifPresent(results);
    }

    /** Ends the thread, at once or after what it is at; no result comes any more. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private static final class Slot<T> {
        private Optional<T> content = Optional.empty();

        synchronized void put(T value) {
            content = Optional.of(value);
            notifyAll();
        }

        synchronized T take() throws InterruptedException {
            while (content.isEmpty()) {
                wait();
            }
            T value = content.get();
            content = Optional.empty();
            return value;
        }
    }
}
