package org.posescope.record.video;

import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** The unit in which a video counts time: {@code numerator / denominator} seconds. */
record TimeBase(int numerator, int denominator) {
    /** Whole for 24, 25, 30, 50, 60, 29.97 and 59.94 fps, and within the 16 bits that MPEG-4 part 2 has for it. */
    private static final TimeBase FINE = new TimeBase(1, 60_000);
    private static final TimeBase MILLISECONDS = new TimeBase(1, 1000);
    private static final int MAX_FPS_TERM = 60_000;

    /** The finest that the container keeps. */
    static TimeBase of(VideoContainer container, VideoFormat format) {
        return switch (container) {
            case MP4, MOV -> FINE;
            case MKV, WEBM -> MILLISECONDS;
            case AVI -> frames(format.assumedFps());
        };
    }

    private static TimeBase frames(double fps) {
        try (AVRational rate = avutil.av_d2q(fps, MAX_FPS_TERM)) {
            return new TimeBase(rate.den(), rate.num());
        }
    }

    long ticks(long micros) {
        return Math.round(micros * 1e-6 * denominator / numerator);
    }

    long micros(long ticks) {
        return Math.round(ticks * 1e6 * numerator / denominator);
    }

    /** The same for FFmpeg; the caller closes it. */
    AVRational rational() {
        return avutil.av_make_q(numerator, denominator);
    }
}
