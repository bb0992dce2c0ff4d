package org.posescope.pipeline;

import java.time.Duration;
import java.util.function.Consumer;

/** Tells once when something takes longer than it should, and again only after it was well meanwhile. Used by one thread. */
final class OverdueWarning {
    private final long limitNanos;
    private final String warning;
    private final Consumer<String> warn;
    private boolean told;

    OverdueWarning(Duration limit, String warning, Consumer<String> warn) {
        this.limitNanos = limit.toNanos();
        this.warning = warning;
        this.warn = warn;
    }

    /** @param busyNanos how long it takes up to now; 0 when nothing is under way */
    void check(long busyNanos) {
        boolean late = busyNanos > limitNanos;
        if (late && !told) {
            warn.accept(warning);
        }
        told = late;
    }
}
