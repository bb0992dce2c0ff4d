package org.posescope.pipeline.metrics;

/** What the pipeline is tuned for. */
public enum Mode {
    /** One frame in flight, all threads work on it. */
    MIN_LATENCY("min-latency"),
    /** Several frames in flight, stages overlap. */
    ASYNC("async");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** As written on the command line and in reports. */
    public String label() {
        return label;
    }
}
