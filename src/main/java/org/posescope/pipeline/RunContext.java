package org.posescope.pipeline;

import java.util.function.Consumer;

import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.playback.Playback;

/**
 * What all parts of one run share.
 *
 * @param warn told one sentence for the user, on any thread
 * @param fail told what the run cannot go on after, on any thread
 */
record RunContext(Playback playback, Metrics metrics, EngineThreads threads, Consumer<String> warn,
        Consumer<Throwable> fail) {
    /** Whether a job belongs to the past: the source was sought or changed, or the models were, after it was admitted. */
    boolean stale(Job job) {
        return job.epoch() < playback.epoch();
    }
}
