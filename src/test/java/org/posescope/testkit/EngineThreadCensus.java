package org.posescope.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The threads of the program's own engines, to find those that are left over, and to show where they are when all hangs. */
public final class EngineThreadCensus {
    private static final String PREFIX = "posescope-";
    private static final long PATIENCE_MILLIS = 500;
    private static final long POLL_NANOS = 5_000_000;

    private final Set<Thread> before = alive(_ -> true);

    private static Set<Thread> alive(Predicate<Thread> wanted) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith(PREFIX))
                .filter(wanted).collect(Collectors.toSet());
    }

    /** Names of the threads that came since this was made, after a moment for those that are on their way out. */
    public Set<String> newcomers() {
        long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        Set<Thread> newcomers = alive(thread -> !before.contains(thread));
        while (!newcomers.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
            newcomers.removeIf(thread -> !thread.isAlive());
        }
        return newcomers.stream().map(Thread::getName).collect(Collectors.toSet());
    }

    /** Where every thread of the program is. */
    public static String dump() {
        StringBuilder dump = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
            dump.append(each.getKey().getName()).append(' ').append(each.getKey().getState()).append('\n');
            for (StackTraceElement frame : each.getValue()) {
                dump.append("    at ").append(frame).append('\n');
            }
        }
        return dump.toString();
    }
}
