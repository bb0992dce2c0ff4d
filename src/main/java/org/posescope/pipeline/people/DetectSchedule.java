package org.posescope.pipeline.people;

import org.posescope.frame.SourceInfo;

/** Which frames the detector looks at although everybody is being followed, so that newcomers are found. */
final class DetectSchedule {
    private static final double USUAL_FPS = 30;
    /** So rarely that frames with a look by the detector are less than one in twenty and do not make the usual latency. */
    private static final int SELDOM = 24;

    private final int every;

    /** @param every so many frames; 0: about once a second of the source's time */
    DetectSchedule(int every) {
        this.every = every;
    }

    boolean due(long sequence, SourceInfo source) {
        return source.kind().still() || sequence % interval(source) == 0;
    }

    private int interval(SourceInfo source) {
        if (every > 0) {
            return every;
        }
        double fps = source.fps() > 0 ? source.fps() : USUAL_FPS;
        return Math.max(SELDOM, (int) Math.round(fps));
    }
}
