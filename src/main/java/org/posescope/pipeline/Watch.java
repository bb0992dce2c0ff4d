package org.posescope.pipeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.posescope.pipeline.StageChain.RunContext;
import org.posescope.pipeline.metrics.OverdueWarning;

/**
 * A thread that looks after a run: often for what is stuck, once a second for the figures. Stages that are stuck are replaced;
 * of a source or a listener that is, it can only tell.
 */
final class Watch {
    private static final long LOOK_MILLIS = 50;
    private static final int LOOKS_A_SECOND = 20;

    private final Duration patience;
    private final StageChain stages;
    private final Delivery delivery;
    private final RunContext run;
    private final OverdueWarning listener;
    private final OverdueWarning source;
    private final Runnable everySecond;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param patience    after which something is taken for stuck
     * @param everySecond called once a second
     */
    Watch(Duration patience, StageChain stages, Delivery delivery, Runnable everySecond, RunContext run) {
        this.patience = patience;
        this.stages = stages;
        this.delivery = delivery;
        this.run = run;
        String limit = " for longer than " + patience.toMillis() + " ms";
        this.listener = new OverdueWarning(patience, "a result is being shown or written" + limit, run.warn());
        this.source = new OverdueWarning(patience, "the source gives no picture" + limit, run.warn());
        this.everySecond = everySecond;
        this.thread = run.threads().create("watch", this::watch);
    }

    void start() {
        thread.start();
    }

    private void watch() {
        Awake awake = new Awake(System.nanoTime());
        try {
            for (int looks = 1; !stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
                attempt(() -> look(awake));
                if (looks % LOOKS_A_SECOND == 0) {
                    attempt(everySecond);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Awake awake) {
        long now = System.nanoTime();
        if (awake.nanos(now) < patience.toNanos()) {
            return;
        }
        stages.expire(now, patience.toNanos());
        listener.check(delivery.busyNanos(now));
        source.check(run.playback().readingNanos(now));
    }

    /** The watch goes on when one of the others throws, since what is stuck still has to be noticed. */
    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            run.fail().accept(e);
        }
    }

    /** Ends the thread after what it is at; false when that takes longer than until the deadline. */
    boolean stop(long deadlineNanos) throws InterruptedException {
        stopped.countDown();
        return EngineThreads.join(thread, deadlineNanos);
    }
}
