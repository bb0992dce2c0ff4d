package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.posescope.infer.StepListener;
import org.posescope.pose.Person;

/** The end of the way: hands every job to the listener in order of admission, on one thread, and counts how it ended. */
final class Delivery {
    private final JobQueue queue = new JobQueue(true);
    private final Gate gate;
    private final Metrics metrics;
    private final Predicate<Job> stale;
    private final EngineListener listener;
    private final FailureLimit failures;
    private final Consumer<Throwable> broken;
    private final Thread thread = new Thread(this::run, "posescope-deliver");
    private volatile long busySinceNanos;

    /**
     * @param stale  whether a job belongs to the past
     * @param broken told once when the run cannot go on: too many failures, or an exception of the listener
     */
    Delivery(Gate gate, Metrics metrics, Predicate<Job> stale, EngineListener listener, int maxFailures,
            Consumer<Throwable> broken) {
        this.gate = gate;
        this.metrics = metrics;
        this.stale = stale;
        this.listener = listener;
        this.failures = new FailureLimit(maxFailures);
        this.broken = broken;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes a job that is through all stages. */
    void accept(Job job) {
        long now = System.nanoTime();
        if (job.ending().isEmpty()) {
            job.end(stale.test(job) ? Outcome.STALE : Outcome.RESULT, Optional.empty());
        }
        if (job.ending().orElseThrow().outcome() == Outcome.RESULT) {
            metrics.latency(now - job.frame().capturedAtNanos());
            job.stepNanos().forEach(metrics::step);
        }
        job.done(now);
        queue.put(job);
    }

    private void run() {
        try {
            for (Job job = queue.take(); job != null; job = queue.take()) {
                deliver(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Job job) {
        Job.Ending ending = job.ending().orElseThrow();
        boolean result = ending.outcome() == Outcome.RESULT;
        metrics.ended(ending.outcome());
        busySinceNanos = System.nanoTime();
        try (var frame = job.frame()) {
            List<Person> people = result ? job.people() : List.of();
            StepListener steps = metrics::step;
            // The place is free before the result is drawn or written, so that the next frame starts meanwhile.
            gate.leave();
            listener.ended(new FrameResult(job.sequence(), job.epoch(), job.mode(), job.source(), frame,
                    ending.outcome(), people,
                    ending.cause(), job.doneNanos() - frame.capturedAtNanos()), steps);
            if (result) {
                metrics.presented(System.nanoTime() - frame.capturedAtNanos());
            }
            failures.next(ending).ifPresent(broken);
        } catch (RuntimeException | Error e) {
            broken.accept(e);
        } finally {
            busySinceNanos = 0;
        }
    }

    /** How long the listener has been at work on one frame. */
    long busyNanos(long now) {
        long since = busySinceNanos;
        return since == 0 ? 0 : now - since;
    }

    /**
     * Ends the thread after the frame it is at. Jobs that are still here, because one before them never came, are counted as
     * stale and released.
     *
     * @return whether the listener came back before the deadline
     */
    boolean stop(long deadlineNanos) throws InterruptedException {
        for (Job job : queue.close()) {
            metrics.ended(Outcome.STALE);
            job.frame().close();
            gate.leave();
        }
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime())));
        return !thread.isAlive();
    }
}
