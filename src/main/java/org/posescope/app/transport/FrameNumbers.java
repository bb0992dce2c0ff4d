package org.posescope.app.transport;

import java.util.Locale;

import org.posescope.frame.SourceInfo;

/**
 * From times of a source to its frames.
 *
 * @param frameMicros from one frame to the next
 * @param count       of single pictures; 0 of all else
 * @param numbered    whether a time tells the number of its frame
 */
record FrameNumbers(double frameMicros, long count, boolean numbered) {
    private static final double SECOND = 1e6;
    private static final double USUAL_FPS = 25;
    private static final double EARLIER = 0.25;
    static final FrameNumbers NONE = new FrameNumbers(SECOND / USUAL_FPS, 0, false);

    static FrameNumbers of(SourceInfo info) {
        if (info.kind().still() && info.frameCount() > 0 && info.durationMicros() > 0) {
            return new FrameNumbers((double) info.durationMicros() / info.frameCount(), info.frameCount(), true);
        }
        return info.fps() > 0
                ? new FrameNumbers(SECOND / info.fps(), 0, !info.kind().live() && info.durationMicros() > 0)
                : NONE;
    }

    /** Where the single picture begins that a time belongs to; frames of a video are found by their times themselves. */
    long start(long micros) {
        return count == 0 ? micros : Math.round(Math.floor(micros / frameMicros) * frameMicros);
    }

    /** A time that leads to the last frame, whichever way the times of frames and the duration of a video were rounded. */
    long last(long durationMicros) {
        boolean exact = count > 0 || frameMicros == Math.rint(frameMicros);
        return Math.max(0, exact ? Math.round(durationMicros - frameMicros) : durationMicros - (long) frameMicros - 2);
    }

    /**
     * A time whose first frame, or whose picture, is that of a number, counted as in {@link #text}; of a video a little earlier than the
     * frame, whose time may be rounded.
     */
    long place(long number) {
        return Math.round(frameMicros * Math.max(0, number - (count == 0 ? EARLIER : 1)));
    }

    /** For people: pictures are counted from 1, frames of a video from 0 as in files of motion. */
    String text(long micros) {
        if (!numbered) {
            return "";
        }
        long number = Math.round(micros / frameMicros);
        return count == 0
                ? "frame " + number
                : String.format(Locale.ROOT, "%d of %d", Math.min(count, number + 1), count);
    }
}
