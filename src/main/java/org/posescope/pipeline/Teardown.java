package org.posescope.pipeline;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.posescope.pipeline.metrics.Metrics;

/**
 * The end of a run: lets nothing more in, then ends stages, listener, source and watch in the order in which frames pass them.
 * Each step may be repeated, by several threads at the same time, so that a run which is ending by itself can still be hurried.
 */
final class Teardown {
    // Of the time that hurrying may take in all, the frames in flight get the most, then stages that do not come back.
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(600);
    private static final long STAGES_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
    private static final long ALL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FAR_NANOS = TimeUnit.DAYS.toNanos(365);

    private final Gate gate;
    private final Feed feed;
    private final Chains chains;
    private final Delivery delivery;
    private final Watch watch;
    private final Metrics metrics;
    private final Consumer<String> warn;

    /** @param warn told who did not end in time, in one sentence */
    Teardown(Gate gate, Feed feed, Chains chains, Delivery delivery, Watch watch, Metrics metrics,
            Consumer<String> warn) {
        this.gate = gate;
        this.feed = feed;
        this.chains = chains;
        this.delivery = delivery;
        this.watch = watch;
        this.metrics = metrics;
        this.warn = warn;
    }

    /** Lets nothing more in. */
    void endAdmission() {
        gate.close();
        feed.close();
    }

    /** Frees everything after the last frame, however long the listener takes. */
    void complete() throws InterruptedException {
        long far = System.nanoTime() + FAR_NANOS;
        free(far, far);
    }

    /**
     * Delivers what is in flight and frees everything, within about a second; who does not come back in that time is left behind.
     * On an interrupted thread, too, which stays interrupted.
     *
     * @param admitting the thread that lets frames in
     */
    void hurry(Thread admitting) {
        long now = System.nanoTime();
        boolean interrupted = Thread.interrupted();
        while (!hurried(admitting, now)) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when interrupted meanwhile. */
    private boolean hurried(Thread admitting, long startNanos) {
        try {
            gate.awaitIdle(startNanos + DRAIN_NANOS);
            // Should it still wait for a source that does not mind being closed, or for the end of a listener.
            admitting.interrupt();
            free(startNanos + STAGES_NANOS, startNanos + ALL_NANOS);
            if (!EngineThreads.join(admitting, startNanos + ALL_NANOS)) {
                warnOfSource();
            }
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void free(long stagesDeadlineNanos, long deadlineNanos) throws InterruptedException {
        warnOfStages(chains.stop(stagesDeadlineNanos));
        if (!delivery.stop(deadlineNanos)) {
            warn.accept("showing or writing a result did not end in time");
        }
        endAdmission();
        if (!feed.awaitEnd(deadlineNanos)) {
            warnOfSource();
        }
        watch.stop(deadlineNanos);
        metrics.end();
    }

    void warnOfStages(List<String> stages) {
        stages.forEach(stage -> warn
                .accept(stage + " did not end in time; what it holds is only freed when it does"));
    }

    private void warnOfSource() {
        warn.accept("the source did not end in time; what it holds is only freed when it does");
    }
}
