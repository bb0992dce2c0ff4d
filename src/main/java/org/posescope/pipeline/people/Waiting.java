package org.posescope.pipeline.people;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that helpers do on a frame, which must not be left before they are through. */
final class Waiting {
    private Waiting() {}

    /** Threads for it; whoever makes them shuts them down. */
    static ExecutorService helpers(String name, int count) {
        return Executors.newFixedThreadPool(count, Thread.ofPlatform().name(name).daemon().factory());
    }

    /** The result, waited for even when this thread is interrupted meanwhile; it stays interrupted. */
    static <T> T until(Future<T> future) {
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
