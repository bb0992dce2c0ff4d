package org.posescope.pipeline.metrics;

/** How an admitted frame ended. */
public enum Outcome {
    /** All stages did their work. */
    RESULT,
    /** A stage threw, or gave a number that is not finite. */
    FAILED,
    /** A stage did not come back in time. */
    TIMED_OUT,
    /** The source was sought or changed, or the models were, or the engine was closed, after the frame was admitted. */
    STALE
}
