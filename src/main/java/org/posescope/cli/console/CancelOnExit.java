package org.posescope.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a job end properly when the user presses Ctrl-C or the system ends the program: the thread is interrupted, and the
 * program waits for a few seconds until the job has been closed.
 */
public final class CancelOnExit implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private CancelOnExit(Thread worker) {
        hook = new Thread(() -> cancel(worker), "cancel-on-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** For the job that the current thread is about to do. */
    public static CancelOnExit ofThisThread() {
        return new CancelOnExit(Thread.currentThread());
    }

    private void cancel(Thread worker) {
        worker.interrupt();
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The job is at its end, whether it was cancelled or not. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The program is ending: the hook runs already, and has just been told.
        }
    }
}
