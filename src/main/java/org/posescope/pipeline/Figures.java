package org.posescope.pipeline;

import java.util.Map;

/**
 * Times of one interval or of a whole run, in milliseconds.
 *
 * @param seconds    length of the span
 * @param fps        results a second
 * @param latency    from capture to result
 * @param presented  from capture until the result was shown or written
 * @param stages     by stage, waiting and working apart
 * @param steps      by step inside stages, working only
 */
public record Figures(double seconds, double fps, Percentiles latency, Percentiles presented,
        Map<String, StageTimes> stages,
        Map<String, Percentiles> steps) {

    /** Waiting for a worker, and being worked on. */
    public record StageTimes(Percentiles queue, Percentiles service) {}
}
