package org.posescope.pipeline.metrics;

/**
 * What the process takes from the machine.
 *
 * @param cpuSeconds    processor time so far
 * @param residentMib   resident memory now
 * @param peakMib       the most that was seen
 * @param nativeMib     resident memory less what the Java heap has committed
 */
public record MachineFigures(double cpuSeconds, double residentMib, double peakMib, double nativeMib) {}
