package org.posescope.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A thread that looks after a run: often for what is stuck, once a second for the figures. */
final class Watch {
    private static final long LOOK_MILLIS = 50;
    private static final int LOOKS_A_SECOND = 20;

    private final Runnable look;
    private final Runnable everySecond;
    private final Consumer<Throwable> failed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /** @param failed told when one of the others throws; the watch goes on, since what is stuck still has to be noticed */
    Watch(Runnable look, Runnable everySecond, Consumer<Throwable> failed, EngineThreads threads) {
        this.look = look;
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
                attempt(look);
                if (looks % LOOKS_A_SECOND == 0) {
                    attempt(everySecond);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
