package org.posescope.pipeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.posescope.pipeline.playback.Playback;

/**
 * A thread that looks after a run: often for what is stuck, once a second for the figures. Stages that are stuck are replaced;
 * of a source or a listener that is, it can only tell.
 */
final class Watch {
    private static final long LOOK_MILLIS = 50;
    private static final int LOOKS_A_SECOND = 20;

    private final Duration patience;
    private final Chains chains;
    private final Delivery delivery;
    private final Playback playback;
    private final OverdueWarning listener;
    private final OverdueWarning source;
    private final Runnable everySecond;
    private final Consumer<Throwable> failed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param patience    after which something is taken for stuck
     * @param warn        told who is, in one sentence
     * @param everySecond called once a second
     * @param failed      told when one of the others throws; the watch goes on, since what is stuck still has to be noticed
     */
    Watch(Duration patience, Chains chains, Delivery delivery, Playback playback, Consumer<String> warn,
            Runnable everySecond, Consumer<Throwable> failed, EngineThreads threads) {
        this.patience = patience;
        this.chains = chains;
        this.delivery = delivery;
        this.playback = playback;
        String limit = " for longer than " + patience.toMillis() + " ms";
        this.listener = new OverdueWarning(patience, "a result is being shown or written" + limit, warn);
        this.source = new OverdueWarning(patience, "the source gives no picture" + limit, warn);
        this.everySecond = everySecond;
        this.failed = failed;
        this.thread = threads.create("watch", this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (int looks = 1; !stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
                attempt(this::look);
                if (looks % LOOKS_A_SECOND == 0) {
                    attempt(everySecond);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long now = System.nanoTime();
        chains.expire(now, patience.toNanos());
        listener.check(delivery.busyNanos(now));
        source.check(playback.readingNanos(now));
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    /** Ends the thread after what it is at; false when that takes longer than until the deadline. */
    boolean stop(long deadlineNanos) throws InterruptedException {
        stopped.countDown();
        return EngineThreads.join(thread, deadlineNanos);
    }
}
