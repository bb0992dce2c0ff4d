package org.posescope.pipeline.people;

import java.util.OptionalLong;

import org.posescope.frame.SourceInfo;

/** Which frames the detector looks at although everybody is being followed, so that newcomers are found. */
final class DetectSchedule {
    private static final long USUAL_MICROS = 500_000;
    private static final double USUAL_FPS = 30;
    /** Where frames between were dropped because the machine is slow, not more than one frame in so many is looked at. */
    private static final int SELDOM = 5;
    private static final double DROPPED = 1.5;
    private static final double MICROS = 1e6;

    private final int every;

    /** @param every so many frames; 0: twice a second of the source's time */
    DetectSchedule(int every) {
        this.every = every;
    }

    /**
     * @param sequence  position of the frame among those admitted
     * @param ptsMicros presentation time of the frame
     * @param gapMicros since the frame before it; empty where nothing is known of what was before
     */
    boolean due(long sequence, SourceInfo source, long ptsMicros, OptionalLong gapMicros) {
        if (source.kind().still()) {
            return true;
        }
        if (every > 0) {
            return sequence % every == 0;
        }
        return gapMicros.isEmpty() || slot(ptsMicros, gapMicros.getAsLong(),
                source) != slot(ptsMicros - gapMicros.getAsLong(), gapMicros.getAsLong(), source);
    }

    private static long slot(long micros, long gapMicros, SourceInfo source) {
        double usualGap = MICROS / (source.fps() > 0 ? source.fps() : USUAL_FPS);
        boolean slow = gapMicros > DROPPED * usualGap;
        return Math.floorDiv(micros, slow ? Math.max(USUAL_MICROS, SELDOM * gapMicros) : USUAL_MICROS);
    }
}
