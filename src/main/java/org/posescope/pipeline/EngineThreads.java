package org.posescope.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes the threads of one engine: named, daemons, and what one of them dies of is told instead of lost. */
final class EngineThreads {
    private final Consumer<Throwable> crashed;

    EngineThreads(Consumer<Throwable> crashed) {
        this.crashed = crashed;
    }

    Thread create(String name, Runnable body) {
        Thread thread = new Thread(body, Engine.THREAD_PREFIX + name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, e) -> crashed.accept(e));
        return thread;
    }

    /** Waits for the end of a thread, if it was started; false when the time is over before. */
    static boolean join(Thread thread, long deadlineNanos) throws InterruptedException {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime())));
        return !thread.isAlive();
    }
}
