package org.posescope.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes the threads of one engine: named, daemons, and what one of them dies of is told instead of lost. */
final class EngineThreads {
    private static final String PREFIX = "posescope-";

    private final Consumer<Throwable> crashed;

    EngineThreads(Consumer<Throwable> crashed) {
        this.crashed = crashed;
    }

    /** Tells threads of engines from all others. */
    private static final class EngineThread extends Thread {
        EngineThread(Runnable body, String name) {
            super(body, name);
        }
    }

    /** Names of the threads of whatever engine that have not ended, and of those of others that make stages for one. */
    static List<String> alive() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey() instanceof EngineThread || makesStages(each.getValue()))
                .map(each -> each.getKey().getName()).sorted().toList();
    }

    private static boolean makesStages(StackTraceElement[] calls) {
        return Arrays.stream(calls).anyMatch(call -> call.getClassName().equals(StageRunner.class.getName()));
    }

    Thread create(String name, Runnable body) {
        Thread thread = new EngineThread(body, PREFIX + name);
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
