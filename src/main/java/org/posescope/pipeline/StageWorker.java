package org.posescope.pipeline;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.posescope.frame.Frame;
import org.posescope.pipeline.StageChain.RunContext;
import org.posescope.pipeline.metrics.Outcome;

/**
 * A thread that works for a stage, with an instance of its own. The job it works on belongs to whoever takes it out of
 * {@link #busy}: the worker when it is through, or somebody who does not want to wait any longer. A worker whose job was taken
 * away ends as soon as its stage comes back.
 */
final class StageWorker {
    private final StageRunner runner;
    private final RunContext run;
    private final Thread thread;
    private final AtomicReference<Busy> busy = new AtomicReference<>();
    private volatile boolean dismissed;
    private Optional<? extends Stage> stage;

    private record Busy(Job job, long sinceNanos) {}

    /**
     * @param runner gives jobs and takes them back
     * @param name   of its thread
     * @param stage  its instance; empty: made by the worker with its first job
     */
    StageWorker(StageRunner runner, String name, Optional<? extends Stage> stage, RunContext run) {
        this.runner = runner;
        this.stage = stage;
        this.run = run;
        this.thread = run.threads().create(name, this::work);
    }

    void start() {
        thread.start();
    }

    private void work() {
        try {
            for (Job job = runner.take(); job != null; job = runner.take()) {
                if (!handle(job)) {
                    return;
                }
                runner.passOn(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeStage();
        }
    }

    /** Works on the job; false when it was taken away meanwhile. */
    private boolean handle(Job job) {
        if (job.recalled() || job.ending().isPresent()) {
            return true;
        }
        if (run.stale(job)) {
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
                // A stage beside this one may have got the job a moment later.
                run.metrics().stage(runner.name(), Math.max(0, now.sinceNanos() - job.enqueuedNanos()),
                        end - now.sinceNanos());
            }
            return mine;
        }
    }

    // One frame's crash, of whatever kind, must not end the worker: everything is caught and counted as that frame's failure.
    private void process(Job job) {
        try {
            if (stage.isEmpty()) {
                stage = Optional.of(runner.makeStage());
            }
            stage.get().process(job);
            FiniteNumbers.require(job.people(), runner.name());
        } catch (StageException e) {
            job.end(Outcome.FAILED, Optional.of(e));
        } catch (Throwable e) {
            job.end(Outcome.FAILED, Optional.of(StageException.of(runner.name(), e)));
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
