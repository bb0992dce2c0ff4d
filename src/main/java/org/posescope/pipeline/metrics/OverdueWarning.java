package org.posescope.pipeline.metrics;

import java.time.Duration;
import java.util.function.Consumer;

/** Tells once when something takes longer than it should, and again only after it was well meanwhile. Used by one thread. */
public final class OverdueWarning {
    private final long limitNanos;
    private final String warning;
    private final Consumer<String> warn;
    private boolean told;

    /** @param warn told the warning */
    public OverdueWarning(Duration limit, String warning, Consumer<String> warn) {
        this.limitNanos = limit.toNanos();
        this.warning = warning;
        this.warn = warn;
    }

    /** @param busyNanos how long it takes up to now; 0 when nothing is under way */
    public void check(long busyNanos) {
        boolean late = busyNanos > limitNanos;
        if (late && !told) {
            warn.accept(warning);
        }
        told = late;
    }
}
