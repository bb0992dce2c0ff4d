package org.posescope.error;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work that helpers do on a frame, which must not be left before they are through. */
public final class Waiting {
    private static final int PATIENCE_SECONDS = 1;

    private Waiting() {}

    /** Threads for it; whoever makes them shuts them down. */
    public static ExecutorService helpers(String name, int count) {
        return Executors.newFixedThreadPool(count, Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Ends threads that work for nobody any more, and waits for them, but not for one that is stuck. */
    public static void end(ExecutorService helpers) {
        helpers.shutdownNow();
        try {
            helpers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The result, waited for even when this thread is interrupted meanwhile; it stays interrupted. */
    public static <T> T until(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
