package org.posescope.app.stats;

import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.MetricsSnapshot;

/** How many frames gave no result: left out because newer ones came, and failed. */
record Counted(long dropped, long failed) {
    static final Counted NOTHING = new Counted(0, 0);
    private static final String SUPERSEDED = "superseded";

    /** Those of the whole run of an engine. */
    static Counted of(MetricsSnapshot snapshot) {
        Counts counts = snapshot.counts();
        return new Counted(counts.dropped().getOrDefault(SUPERSEDED, 0L), counts.failed() + counts.timedOut());
    }

    /** Those that came since. */
    Counted since(Counted before) {
        return new Counted(Math.max(0, dropped - before.dropped), Math.max(0, failed - before.failed));
    }
}
