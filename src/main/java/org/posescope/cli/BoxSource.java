package org.posescope.cli;

/** Where an evaluation takes the boxes of people from. */
enum BoxSource {
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
