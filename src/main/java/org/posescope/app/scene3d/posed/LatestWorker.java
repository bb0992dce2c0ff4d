package org.posescope.app.scene3d.posed;

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
public final class LatestWorker<I, O> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LatestWorker.class);

    private final Function<I, O> work;
    private final Consumer<O> results;
    private final Executor owner;
    private final Duration period;
    private final Thread thread;
    private final Slot<Item<I>> waiting = new Slot<>();
    private final AtomicReference<Optional<Item<O>>> finished = new AtomicReference<>(Optional.empty());
    private boolean failed;
    /** Raised when everything before is to be forgotten. Owner's thread only. */
    private int generation;

    /**
     * @param name    of the thread
     * @param period  least time between two beginnings
     * @param work    called on the worker's thread
     * @param results called by {@code owner}
     */
    public LatestWorker(String name, Duration period, Function<I, O> work, Consumer<O> results, Executor owner) {
        this.work = work;
        this.results = results;
        this.owner = owner;
        this.period = period;
        this.thread = Thread.ofPlatform().name(name).daemon()
                .uncaughtExceptionHandler((dead, cause) -> LOG.error("{} ended", dead.getName(), cause))
                .start(this::run);
    }

    public void submit(I input) {
        waiting.put(new Item<>(generation, input));
    }

    /** Nothing of what was given before becomes a result. */
    public void forget() {
        generation++;
    }

    private void run() {
        try {
            while (true) {
                Item<I> item = waiting.take();
                long begun = System.nanoTime();
                work(item);
                Thread.sleep(period.minusNanos(System.nanoTime() - begun));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** One bad input must not end the view; a repeated failure is told only once. */
    private void work(Item<I> item) {
        try {
            Item<O> result = new Item<>(item.generation, work.apply(item.value));
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
        finished.getAndSet(Optional.empty()).filter(result -> result.generation == generation)
                .ifPresent(result -> results.accept(result.value));
    }

    /** Ends the thread, at once or after what it is at; no result comes any more. */
    @Override
    public void close() {
        forget();
        thread.interrupt();
    }

    private record Item<T>(int generation, T value) {}

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
