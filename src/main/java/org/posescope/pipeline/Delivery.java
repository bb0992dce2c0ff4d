package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.Job.Route;
import org.posescope.pipeline.StageChain.RunContext;
import org.posescope.pipeline.metrics.BusyClock;
import org.posescope.pipeline.metrics.Outcome;

/** The end of the way: hands every job to the listener in order of admission, on one thread, and counts how it ended. */
final class Delivery implements Route {
    private final JobQueue queue = new JobQueue(true);
    private final Gate gate;
    private final RunContext run;
    private final EngineListener listener;
    private final FailureLimit failures;
    private final Thread thread;
    private boolean listening = true;
    private final BusyClock busy = new BusyClock();

    /** @param listener hears no more after an exception, which ends the run as too many failures do */
    Delivery(Gate gate, EngineListener listener, FailureLimit failures, RunContext run) {
        this.gate = gate;
        this.listener = listener;
        this.failures = failures;
        this.run = run;
        this.thread = run.threads().create("deliver", this::deliverAll);
    }

    void start() {
        thread.start();
    }

    /** Takes a job that is through all stages. */
    @Override
    public void accept(Job job) {
        job.done(System.nanoTime());
        if (!queue.put(job)) {
            discard(job);
        }
    }

    private void deliverAll() {
        try {
            for (Job job = queue.take(); job != null; job = queue.take()) {
                deliver(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Job job) {
        // Decided only now: the epoch may have been raised while the job waited for those before it.
        job.end(run.stale(job) ? Outcome.STALE : Outcome.RESULT, Optional.empty());
        Job.Ending ending = job.ending().orElseThrow();
        if (listener.needsPictures()) {
            try (Frame _ = job.frame()) {
                end(job, ending);
            }
        } else {
            // Before the place is free, so that the next frame takes this one's memory and not more.
            job.frame().close();
            end(job, ending);
        }
        failures.next(ending).ifPresent(run.fail());
    }

    private void end(Job job, Job.Ending ending) {
        count(job, ending.outcome());
        // The place is free before the result is drawn or written, so that the next frame starts meanwhile.
        gate.leave();
        tell(job, ending);
    }

    private void count(Job job, Outcome outcome) {
        if (outcome == Outcome.RESULT && !job.recalled()) {
            run.metrics().latency(job.doneNanos() - job.sinceNanos());
            job.stepNanos().forEach(run.metrics()::step);
        }
        run.metrics().ended(outcome);
    }

    private void tell(Job job, Job.Ending ending) {
        if (!listening) {
            return;
        }
        boolean result = ending.outcome() == Outcome.RESULT;
        busy.begin();
        try {
            listener.ended(new FrameResult(job.sequence(), job.epoch(), job.mode(), job.source(), job.frame(),
                    ending.outcome(), result ? job.people() : List.of(), ending.cause(),
                    job.doneNanos() - job.sinceNanos(), job.leftOut(), job.camera()), run.metrics()::step);
            if (result && !job.recalled()) {
                run.metrics().presented(System.nanoTime() - job.sinceNanos());
            }
        } catch (RuntimeException | Error e) {
            listening = false;
            run.fail().accept(e);
        } finally {
            busy.end();
        }
    }

    /** How long the listener has been at work on one frame. */
    long busyNanos(long now) {
        return busy.nanos(now);
    }

    /**
     * Delivers what has come so far and ends the thread. What the listener does not take before the deadline is released and
     * counted as stale, unless it had ended otherwise.
     *
     * @return whether the listener came back before the deadline
     */
    boolean stop(long deadlineNanos) throws InterruptedException {
        queue.finish();
        boolean ended = EngineThreads.join(thread, deadlineNanos);
        queue.close().forEach(this::discard);
        return ended;
    }

    private void discard(Job job) {
        job.end(Outcome.STALE, Optional.empty());
        run.metrics().ended(job.ending().orElseThrow().outcome());
        job.frame().close();
        gate.leave();
    }
}
