package org.posescope.bench;

import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Percentiles;

/** One run of the pipeline and what was measured in it. */
record PipelineRun(LoopFigures loop, MetricsSnapshot snapshot) {
    /** How often a step was done for each frame. */
    double callsPerFrame(String step) {
        Percentiles times = snapshot.total().steps().get(step);
        return times == null || snapshot.counts().results() == 0
                ? 0
                : times.count() / (double) snapshot.counts().results();
    }
}
