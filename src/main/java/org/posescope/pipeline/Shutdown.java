package org.posescope.pipeline;

import java.util.concurrent.TimeUnit;

import org.posescope.pipeline.StageChain.RunContext;

/**
 * Ends a run: nothing is let in any more, what is in flight is delivered, and admission, stages, listener, source and watch end in the
 * order in which frames pass them. May be repeated, by several threads at the same time, so that a run which is ending by itself can
 * still be hurried.
 */
final class Shutdown {
    // Of the time that closing may take, the frames in flight get the most, then stages that do not come back.
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(600);
    private static final long STAGES_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
    private static final long ALL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FAR_NANOS = TimeUnit.DAYS.toNanos(365);
    private static final String SOURCE_LEFT = "the source did not end in time; what it holds is only freed when it does";
    private static final String RESULT_LEFT = "showing or writing a result did not end in time";

    private final Gate gate;
    private final Feed feed;
    private final Thread admitting;
    private final StageChain stages;
    private final Delivery delivery;
    private final Watch watch;
    private final RunContext run;

    Shutdown(Gate gate, Feed feed, Thread admitting, StageChain stages, Delivery delivery, Watch watch,
            RunContext run) {
        this.gate = gate;
        this.feed = feed;
        this.admitting = admitting;
        this.stages = stages;
        this.delivery = delivery;
        this.watch = watch;
        this.run = run;
    }

    void endAdmission() {
        gate.close();
        feed.close();
    }

    /** Takes whatever time it takes. */
    void patiently() throws InterruptedException {
        long far = System.nanoTime() + FAR_NANOS;
        free(far, far);
    }

    /** Within a second; what hangs longer is left behind and told. On an interrupted thread, too, which stays interrupted. */
    void hurry() {
        long now = System.nanoTime();
        boolean interrupted = Thread.interrupted();
        while (!hurried(now)) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when interrupted meanwhile. */
    private boolean hurried(long startNanos) {
        try {
            gate.awaitIdle(startNanos + DRAIN_NANOS);
            // Should it still wait for a source that does not mind being closed, or for the end of a listener.
            admitting.interrupt();
            free(startNanos + STAGES_NANOS, startNanos + ALL_NANOS);
            if (!EngineThreads.join(admitting, startNanos + ALL_NANOS)) {
                run.warn().accept(SOURCE_LEFT);
            }
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void free(long stagesDeadlineNanos, long deadlineNanos) throws InterruptedException {
        stages.stop(stagesDeadlineNanos);
        if (!delivery.stop(deadlineNanos)) {
            run.warn().accept(RESULT_LEFT);
        }
        endAdmission();
        if (!feed.awaitEnd(deadlineNanos)) {
            run.warn().accept(SOURCE_LEFT);
        }
        watch.stop(deadlineNanos);
        run.metrics().end();
    }
}
