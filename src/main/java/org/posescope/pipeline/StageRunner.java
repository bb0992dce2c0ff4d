package org.posescope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.metrics.Outcome;

/** The workers of one stage and the jobs that wait for them. */
final class StageRunner {
    private final StageSpec spec;
    private final JobQueue queue;
    private final Predicate<Job> stale;
    private final Consumer<Job> next;
    private final Metrics metrics;
    private final EngineThreads threads;
    private final List<StageWorker> workers = new ArrayList<>();
    private int hired;
    private boolean stopping;

    /**
     * Makes all stage instances on the calling thread, so that a model that cannot be loaded is told at once.
     *
     * @param stale whether a job is not wanted any more
     * @param next  takes each job once, when it is through this stage
     */
    StageRunner(StageSpec spec, Predicate<Job> stale, Consumer<Job> next, Metrics metrics, EngineThreads threads) {
        this.spec = spec;
        this.queue = new JobQueue(spec.inOrder());
        this.stale = stale;
        this.next = next;
        this.metrics = metrics;
        this.threads = threads;
        boolean made = false;
        try {
            for (int i = 0; i < spec.workers(); i++) {
                workers.add(hire(Optional.of(spec.factory().get())));
            }
            made = true;
        } finally {
            if (!made) {
                discard();
            }
        }
    }

    private StageWorker hire(Optional<? extends Stage> stage) {
        hired++;
        return new StageWorker(spec, hired, stage, queue, stale, next, metrics, threads);
    }

    String name() {
        return spec.name();
    }

    /** Closes the stages of workers that were never started. */
    synchronized void discard() {
        workers.forEach(StageWorker::discard);
    }

    /** @param firstSequence that of the first job that will come */
    synchronized void start(long firstSequence) {
        queue.startAt(firstSequence);
        workers.forEach(StageWorker::start);
    }

    void offer(Job job) {
        if (!queue.put(job)) {
            abandon(job);
        }
    }

    private void abandon(Job job) {
        job.end(Outcome.STALE, Optional.empty());
        next.accept(job);
    }

    /** Takes jobs away from workers that are longer at them than allowed, and replaces those workers. */
    synchronized void expire(long nowNanos, long timeoutNanos) {
        if (stopping) {
            return;
        }
        for (int i = 0; i < workers.size(); i++) {
            Optional<Job> overdue = workers.get(i).overdue(nowNanos, timeoutNanos);
            if (overdue.isPresent()) {
                StageWorker replacement = hire(Optional.empty());
                workers.set(i, replacement);
                replacement.start();
                overdue.get().end(Outcome.TIMED_OUT, Optional.of(new StageException(spec.name()
                        + " did not come back within " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms")));
                next.accept(overdue.get());
            }
        }
    }

    /** Ends the workers as soon as each is through with its job; jobs that still wait or come later are not worked on. */
    void beginStop() {
        synchronized (this) {
            stopping = true;
        }
        queue.close().forEach(this::abandon);
    }

    /**
     * Waits for the workers after {@link #beginStop}; each closes its stage. Who does not come back in time is left behind
     * without its job.
     *
     * @return whether all came back
     */
    boolean awaitStop(long deadlineNanos) throws InterruptedException {
        List<StageWorker> leaving;
        synchronized (this) {
            leaving = List.copyOf(workers);
        }
        boolean all = true;
        for (StageWorker worker : leaving) {
            if (!worker.awaitEnd(deadlineNanos)) {
                worker.dismiss().ifPresent(this::abandon);
                all = false;
            }
        }
        return all;
    }
}
