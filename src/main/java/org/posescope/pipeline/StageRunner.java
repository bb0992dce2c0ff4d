package org.posescope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import org.posescope.error.Cleanup;
import org.posescope.pipeline.Job.Route;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.StageChain.RunContext;
import org.posescope.pipeline.metrics.Outcome;

/** The workers of one stage and the jobs that wait for them. */
final class StageRunner implements Route {
    private final StageSpec spec;
    private final Route next;
    private final RunContext run;
    private final JobQueue queue;
    private final List<StageWorker> workers = new ArrayList<>();
    private LongConsumer through = _ -> {};
    private int hired;
    private boolean stopping;

    /** @param next takes each job once, when it is through this stage */
    StageRunner(StageSpec spec, Route next, RunContext run) {
        this.spec = spec;
        this.next = next;
        this.run = run;
        this.queue = new JobQueue(spec.inOrder(), spec.ahead());
    }

    /**
     * Makes all stage instances on the calling thread, so that a model that cannot be loaded is told at once.
     *
     * @throws CancellationException when that is interrupted, which stays so
     */
    synchronized void load() {
        for (int i = 0; i < spec.workers(); i++) {
            requireNotCancelled();
            workers.add(hire(Optional.of(spec.factory().get())));
        }
    }

    /** What a library loads cannot be interrupted, but what is not begun need not be. */
    private static void requireNotCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("no more models are loaded");
        }
    }

    private StageWorker hire(Optional<? extends Stage> stage) {
        hired++;
        return new StageWorker(this, spec.name() + "-" + hired, stage, run);
    }

    /** Has this stage be ahead of the one after it, which handles frames in order, by no more than its specification says. */
    void waitFor(StageRunner after) {
        after.through = queue::through;
    }

    String name() {
        return spec.name();
    }

    /** A new instance of the stage. */
    Stage makeStage() {
        return spec.factory().get();
    }

    /** The next job, which is the caller's then; null when none will come. */
    Job take() throws InterruptedException {
        return queue.take();
    }

    /** Takes back a job that a worker is through with. */
    void passOn(Job job) {
        through.accept(job.sequence());
        next.accept(job);
    }

    /** Closes the stages of workers that were never started. */
    synchronized void discard() {
        Cleanup.each(workers, StageWorker::discard);
    }

    /** @param firstSequence that of the first job that will come */
    synchronized void start(long firstSequence) {
        queue.startAt(firstSequence);
        workers.forEach(StageWorker::start);
    }

    @Override
    public void accept(Job job) {
        if (!queue.put(job)) {
            abandon(job);
        }
    }

    private void abandon(Job job) {
        job.end(Outcome.STALE, Optional.empty());
        passOn(job);
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
                passOn(overdue.get());
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
