package org.posescope.cli.option;

/** Where an evaluation takes the boxes of people from. */
public enum BoxSource {
    /** The preset finds people itself. */
    DETECTED("detected"),
    /** The annotations say where people are. */
    GROUND_TRUTH("ground-truth");

    private final String label;

    BoxSource(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
