package org.posescope.app.stats;

/** Last figures of one mode: results a second, and milliseconds from when a frame was due to its result. */
public record ModeFigures(double fps, double p50, double p95) {
    static final ModeFigures NOTHING = new ModeFigures(0, 0, 0);
}
