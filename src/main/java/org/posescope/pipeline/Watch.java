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
    private final Thread thread = new Thread(this::run, "posescope-watch");

    /** @param failed told when one of the others throws, which ends the watch */
    Watch(Runnable look, Runnable everySecond, Consumer<Throwable> failed) {
        this.look = look;
        this.everySecond = everySecond;
        this.failed = failed;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (int looks = 1; !stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
                look.run();
                if (looks % LOOKS_A_SECOND == 0) {
                    everySecond.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    void stop() {
        stopped.countDown();
    }
}
