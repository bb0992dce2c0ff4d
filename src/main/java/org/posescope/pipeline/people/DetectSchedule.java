package org.posescope.pipeline.people;

import java.util.OptionalLong;

import org.posescope.frame.SourceInfo;

/** Which frames the detector looks at although everybody is being followed, so that newcomers are found. */
final class DetectSchedule {
    private static final long USUAL_MICROS = 500_000;
    /** Where it is calm. */
    private static final long CALM_MICROS = 1_000_000;
    private static final double USUAL_FPS = 30;
    /** Where frames between were dropped because the machine is slow, not more than one frame in so many is looked at. */
    private static final int SELDOM = 5;
    private static final double DROPPED = 1.5;
    private static final double MICROS = 1e6;

    private final int every;

    /** @param every so many frames; 0: twice a second of the source's time, or once where it is calm */
    DetectSchedule(int every) {
        this.every = every;
    }

    /**
     * @param sequence  position of the frame among those admitted
     * @param ptsMicros presentation time of the frame
     * @param gapMicros since the frame before it; empty where nothing is known of what was before
     * @param calm      whether nobody came or went for a while
     */
    boolean due(long sequence, SourceInfo source, long ptsMicros, OptionalLong gapMicros, boolean calm) {
        if (source.kind().still()) {
            return true;
        }
        if (every > 0) {
            return sequence % every == 0;
        }
        if (gapMicros.isEmpty()) {
            return true;
        }
        long gap = gapMicros.getAsLong();
        long period = Math.max(calm ? CALM_MICROS : USUAL_MICROS, slow(gap, source) ? SELDOM * gap : 0);
        return Math.floorDiv(ptsMicros, period) != Math.floorDiv(ptsMicros - gap, period);
    }

    private static boolean slow(long gapMicros, SourceInfo source) {
        return gapMicros > DROPPED * MICROS / (source.fps() > 0 ? source.fps() : USUAL_FPS);
    }
}
