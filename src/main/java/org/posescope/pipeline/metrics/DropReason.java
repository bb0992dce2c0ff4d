package org.posescope.pipeline.metrics;

/** Why a frame that was read never got into the pipeline. */
public enum DropReason {
    /** A newer one came before there was a place for it. */
    SUPERSEDED("superseded"),
    /** A seek, another source or other models came, while it waited. */
    STALE("stale"),
    /** The run ended while it waited. */
    CLOSED("closed");

    private final String label;

    DropReason(String label) {
        this.label = label;
    }

    /** As in {@link Counts#dropped} and in reports. */
    String label() {
        return label;
    }
}
