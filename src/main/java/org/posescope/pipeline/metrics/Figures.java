package org.posescope.pipeline.metrics;

import java.util.Map;

/**
 * Times of one interval or of a whole run, in milliseconds.
 *
 * @param seconds    length of the span
 * @param fps        results a second
 * @param latency    from capture, for a file from when the frame was due, to the result
 * @param presented  likewise until the result was shown or written
 * @param stages     by stage, waiting and working apart, in the order of the first frame
 * @param steps      by step inside stages, working only, likewise; {@code source} is the time that the source takes for a frame
 */
public record Figures(double seconds, double fps, Percentiles latency, Percentiles presented,
        Map<String, StageTimes> stages,
        Map<String, Percentiles> steps) {

    /** Waiting for a worker, and being worked on. */
    public record StageTimes(Percentiles queue, Percentiles service) {}
}
