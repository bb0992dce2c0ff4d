package org.posescope.pipeline;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.posescope.frame.Frame;
import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.metrics.Outcome;

/**
 * A thread that works for a stage, with an instance of its own. The job it works on belongs to whoever takes it out of
 * {@link #busy}: the worker when it is through, or somebody who does not want to wait any longer. A worker whose job was taken
 * away ends as soon as its stage comes back.
 */
final class StageWorker {
    private final StageSpec spec;
    private final JobQueue queue;
    private final Predicate<Job> stale;
    private final Consumer<Job> next;
    private final Metrics metrics;
    private final Thread thread;
    private final AtomicReference<Busy> busy = new AtomicReference<>();
    private volatile boolean dismissed;
    private Optional<? extends Stage> stage;

    private record Busy(Job job, long sinceNanos) {}

    /**
     * @param number of the worker in its stage, for the name of its thread
     * @param stage  its instance; empty: made by the worker with its first job
     * @param stale  whether a job is not wanted any more
     * @param next   takes the jobs that the stage is through with
     */
    StageWorker(StageSpec spec, int number, Optional<? extends Stage> stage, JobQueue queue, Predicate<Job> stale,
            Consumer<Job> next, Metrics metrics, EngineThreads threads) {
        this.spec = spec;
        this.stage = stage;
        this.queue = queue;
        this.stale = stale;
        this.next = next;
        this.metrics = metrics;
        this.thread = threads.create(spec.name() + "-" + number, this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (Job job = queue.take(); job != null; job = queue.take()) {
                if (!handle(job)) {
                    return;
                }
                next.accept(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeStage();
        }
    }

    /** Works on the job; false when it was taken away meanwhile. */
    private boolean handle(Job job) {
        if (job.ending().isPresent()) {
            return true;
        }
        if (stale.test(job)) {
            job.end(Outcome.STALE, Optional.empty());
            return true;
        }
        Busy now = new Busy(job, System.nanoTime());
        // A worker that is given up may still read the pixels: it holds them on its own account.
        try (Frame _ = job.frame().retain()) {
            busy.set(now);
            if (dismissed) {
                job.end(Outcome.STALE, Optional.empty());
            } else {
                process(job);
            }
            long end = System.nanoTime();
            boolean mine = busy.compareAndSet(now, null);
            if (mine && job.ending().isEmpty()) {
                metrics.stage(spec.name(), now.sinceNanos() - job.enqueuedNanos(), end - now.sinceNanos());
            }
            return mine;
        }
    }

    // One frame's crash, of whatever kind, must not end the worker: everything is caught and counted as that frame's failure.
    private void process(Job job) {
        try {
            if (stage.isEmpty()) {
                stage = Optional.of(spec.factory().get());
            }
            stage.get().process(job);
            FiniteNumbers.require(job.people(), spec.name());
        } catch (StageException e) {
            job.end(Outcome.FAILED, Optional.of(e));
        } catch (Throwable e) {
            job.end(Outcome.FAILED, Optional.of(StageException.of(spec.name(), e)));
        }
    }

    /** Takes its job away when it is longer at it than allowed. */
    Optional<Job> overdue(long nowNanos, long timeoutNanos) {
        Busy now = busy.get();
        return now != null && nowNanos - now.sinceNanos() > timeoutNanos ? takeAway(now) : Optional.empty();
    }

    /** Takes its job away, if it has one, because the run ends; it begins no other. */
    Optional<Job> dismiss() {
        dismissed = true;
        Busy now = busy.get();
        return now == null ? Optional.empty() : takeAway(now);
    }

    private Optional<Job> takeAway(Busy now) {
        if (!busy.compareAndSet(now, null)) {
            return Optional.empty();
        }
        thread.interrupt();
        return Optional.of(now.job());
    }

    /** Waits for the end of the thread; false when the time is over before. The queue has to be closed. */
    boolean awaitEnd(long deadlineNanos) throws InterruptedException {
        return EngineThreads.join(thread, deadlineNanos);
    }

    /** Closes the stage of a worker that was never started; any other does that itself. */
    void discard() {
        if (thread.getState() == Thread.State.NEW) {
            closeStage();
        }
    }

    private void closeStage() {
        // An interrupt was meant for the work on a job; closing has to go through.
        boolean interrupted = Thread.interrupted();
        try {
            stage.ifPresent(Stage::close);
        } finally {
            stage = Optional.empty();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
