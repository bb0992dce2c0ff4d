package org.posescope.bench;

/**
 * One loop over a number of frames.
 *
 * @param frames     that were done
 * @param seconds    of wall time
 * @param cpuSeconds of processor time, all threads of the process
 */
record LoopFigures(long frames, double seconds, double cpuSeconds) {
    double fps() {
        return frames / seconds;
    }

    double cpuPerFrame() {
        return cpuSeconds / frames;
    }
}
