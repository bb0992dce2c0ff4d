package org.posescope.cli.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a job end properly when the user presses Ctrl-C or the system ends the program: the thread is interrupted, and the
 * program waits for a few seconds until the job has been closed, or as long as it writes its files. A second Ctrl-C ends it at once.
 */
public final class CancelOnExit implements AutoCloseable {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread worker;
    private final Thread hook;
    private final Duration patience;
    /** These are guarded by this object. */
    private boolean cancelled;
    private Runnable writing;

    private CancelOnExit(Thread worker, Duration patience) {
        this.worker = worker;
        this.patience = patience;
        hook = new Thread(this::cancel, "cancel-on-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** For the job that the current thread is about to do. */
    public static CancelOnExit ofThisThread() {
        return ofThisThread(USUAL_PATIENCE);
    }

    /**
     * As above.
     *
     * @param patience how long the job may take to close what it has open
     */
    public static CancelOnExit ofThisThread(Duration patience) {
        return new CancelOnExit(Thread.currentThread(), patience);
    }

    private void cancel() {
        Signals.endAtOnce();
        begin();
        try {
            boolean ended = done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (!ended && isWriting()) {
                ended = done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin() {
        cancelled = true;
        if (writing == null) {
            worker.interrupt();
        } else {
            writing.run();
        }
    }

    private synchronized boolean isWriting() {
        return writing != null;
    }

    /**
     * Does work that leaves the files of the job as they should be: it is not interrupted, because an interrupted thread cannot write,
     * and the program waits for it, however long it takes.
     *
     * @param notice for the user who ends the program while it is done; empty: nothing is said
     */
    public void write(String notice, PrintWriter err, Runnable work) {
        synchronized (this) {
            writing = () -> {
                if (!notice.isEmpty()) {
                    err.println("posescope: " + notice);
                    err.flush();
                }
            };
            if (cancelled) {
                writing.run();
                // The request to end was heard: what is left of it would close the files.
                boolean _ = Thread.interrupted();
            }
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                writing = null;
            }
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
