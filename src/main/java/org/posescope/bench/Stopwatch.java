package org.posescope.bench;

import org.posescope.pipeline.metrics.MachineMeter;

/** Wall and processor time from its making on. */
final class Stopwatch {
    private final MachineMeter meter = new MachineMeter();
    private final double cpuStart = meter.measure().cpuSeconds();
    private final long start = System.nanoTime();

    LoopFigures stop(long frames) {
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new LoopFigures(frames, seconds, meter.measure().cpuSeconds() - cpuStart);
    }
}
