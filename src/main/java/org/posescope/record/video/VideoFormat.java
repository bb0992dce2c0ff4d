package org.posescope.record.video;

import org.posescope.frame.SourceInfo;

/**
 * The pictures of a video.
 *
 * @param width  pixels
 * @param height pixels
 * @param fps    nominal frames a second of the source; 0 when it has no time. Frames keep their own times; this is only how
 *               long the last one is shown, and the grid of AVI, which knows no other times
 */
public record VideoFormat(int width, int height, double fps) {
    private static final double DEFAULT_FPS = 25;

    public VideoFormat {
        if (width <= 0 || height <= 0 || !(fps >= 0) || Double.isInfinite(fps)) {
            throw new IllegalArgumentException("no video is " + width + " x " + height + " at " + fps + " fps");
        }
    }

    public static VideoFormat of(SourceInfo source) {
        return new VideoFormat(source.width(), source.height(), source.fps());
    }

    /** Frames a second to assume, never 0. */
    double assumedFps() {
        return fps > 0 ? fps : DEFAULT_FPS;
    }

    long frameMicros() {
        return Math.max(1, Math.round(1e6 / assumedFps()));
    }
}
