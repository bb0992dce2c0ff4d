package org.posescope.pipeline.metrics;

/** How an admitted frame ended. */
public enum Outcome {
    /** All stages did their work. */
    RESULT,
    /** A stage threw, or gave a number that is not finite. */
    FAILED,
    /** A stage did not come back in time. */
    TIMED_OUT,
    /** A seek, another source, other models or the end of the engine came after the frame was admitted. */
    STALE
}
