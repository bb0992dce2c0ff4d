package org.posescope.frame.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Presentation times in microseconds from the first picture of a source, made from the timestamps of its pictures. They
 * always grow between two seeks; variable frame rates stay as they are.
 */
final class PtsClock {
    private static final long SECOND = 1_000_000;
    private static final long NONE = -1;

    private final long numerator;
    private final long denominator;
    private final long interval;
    private long origin = avutil.AV_NOPTS_VALUE();
    private long shift;
    private long last = NONE;
    private boolean atStart;

    /**
     * @param timeBase length of one unit of the timestamps, seconds
     * @param interval usual time from one picture to the next, microseconds
     */
    PtsClock(AVRational timeBase, long interval) {
        this.numerator = timeBase.num() * SECOND;
        this.denominator = timeBase.den();
        this.interval = interval;
    }

    /** Microseconds from the first picture ever told to the one with this timestamp ({@code AV_NOPTS_VALUE}: unknown). */
    long tick(long timestamp) {
        last = after(last, timestamp);
        return last;
    }

    private long after(long previous, long timestamp) {
        long usual = previous == NONE ? 0 : previous + interval;
        if (timestamp == avutil.AV_NOPTS_VALUE()) {
            return usual;
        }
        if (origin == avutil.AV_NOPTS_VALUE()) {
            origin = timestamp;
        }
        if (atStart) {
            shift = -micros(timestamp - origin);
            atStart = false;
        }
        long pts = micros(timestamp - origin) + shift;
        if (pts > previous) {
            return pts;
        }
        if (previous - pts < SECOND) {
            return previous + 1;
        }
        // Recordings that were joined, and counters that ran over, start again at an earlier time.
        shift += usual - pts;
        return usual;
    }

    /** Microseconds of a length of time in timestamps. */
    long micros(long duration) {
        return avutil.av_rescale(duration, numerator, denominator);
    }

    /** The timestamp of the picture at {@code ptsMicros}, for a seek. */
    long timestamp(long ptsMicros) {
        long start = origin == avutil.AV_NOPTS_VALUE() ? 0 : origin;
        return start + avutil.av_rescale(ptsMicros, denominator, numerator);
    }

    /** After a seek: pictures from another place follow. */
    void restart() {
        last = NONE;
        shift = 0;
        atStart = false;
    }

    /** After a return to the start: the next picture is the first one, whatever its timestamp. */
    void restartAtStart() {
        restart();
        atStart = true;
    }
}
