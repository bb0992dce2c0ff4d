package org.posescope.pipeline.metrics;

/**
 * What the pipeline has done; immutable.
 *
 * @param counts   of the whole run
 * @param interval since the last snapshot, about a second
 * @param total    of the whole run
 * @param machine  what the process took from the machine
 */
public record MetricsSnapshot(Mode mode, int inFlight, Counts counts, Figures interval, Figures total,
        MachineFigures machine) {}
