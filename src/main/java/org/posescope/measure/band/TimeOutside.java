package org.posescope.measure.band;

import java.util.OptionalDouble;

/** For which part of the time an angle was outside of what is normal. */
public final class TimeOutside {
    private TimeOutside() {}

    /**
     * The share of the frames in which angle and band are known.
     *
     * @param micros  of frames
     * @param degrees of an angle in them, NaN where it is not known
     * @param cycles  of the foot that the band goes by
     * @param first   frame that counts
     * @param last    likewise
     * @return 0..1; empty where none is known
     */
    public static OptionalDouble of(NormalBand band, long[] micros, double[] degrees, GaitCycles cycles, int first,
            int last) {
        int known = 0;
        int outside = 0;
        for (int i = Math.max(0, first); i <= Math.min(last, degrees.length - 1); i++) {
            double percent = band.ofGait() ? cycles.percent(micros[i]) : 0;
            if (!Double.isNaN(degrees[i]) && !Double.isNaN(percent)) {
                known++;
                outside += degrees[i] < band.low(percent) || degrees[i] > band.high(percent) ? 1 : 0;
            }
        }
        return known == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) outside / known);
    }
}
