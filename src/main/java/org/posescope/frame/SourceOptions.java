package org.posescope.frame;

import java.time.Duration;

/**
 * How sources are opened.
 *
 * @param loop           start again at the end; without effect on cameras and live streams, which have no end
 * @param cameraWidth    pixels wanted of a camera; 0: the camera's choice
 * @param cameraHeight   pixels, likewise; given together with the width
 * @param cameraFps      frames a second wanted of a camera; 0: the camera's choice
 * @param pictureFps     frames a second that the pictures of a folder were taken at; 0: they are single pictures
 * @param decoderThreads threads of a video decoder; 0: as many as processors
 * @param timeout        how long a network stream or a camera may be silent before it counts as lost
 */
public record SourceOptions(boolean loop, int cameraWidth, int cameraHeight, double cameraFps, double pictureFps,
        int decoderThreads, Duration timeout) {
    /** Once, whatever the camera prefers, all processors, ten seconds of patience. */
    public static final SourceOptions DEFAULT = new SourceOptions(false, 0, 0, 0, 0, 0, Duration.ofSeconds(10));

    public SourceOptions {
        if (cameraWidth < 0 || cameraHeight < 0 || (cameraWidth == 0) != (cameraHeight == 0)) {
            throw new IllegalArgumentException("no camera size is " + cameraWidth + " x " + cameraHeight);
        }
        if (!isRate(cameraFps) || !isRate(pictureFps) || decoderThreads < 0) {
            throw new IllegalArgumentException("neither frame rate nor threads can be negative");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is longer than nothing");
        }
    }

    private static boolean isRate(double fps) {
        return fps >= 0 && Double.isFinite(fps);
    }

    /** Leaves cores to the networks: threads of decoder and network on the same core make each other wait. */
    public static SourceOptions besideNetworks(int cores) {
        return DEFAULT.withDecoderThreads(Math.max(1, cores / 2));
    }

    public SourceOptions withLoop(boolean wanted) {
        return new SourceOptions(wanted, cameraWidth, cameraHeight, cameraFps, pictureFps, decoderThreads, timeout);
    }

    /** @param fps 0: the camera's choice */
    public SourceOptions withCamera(int width, int height, double fps) {
        return new SourceOptions(loop, width, height, fps, pictureFps, decoderThreads, timeout);
    }

    /** @param fps 0: single pictures */
    public SourceOptions withPictures(double fps) {
        return new SourceOptions(loop, cameraWidth, cameraHeight, cameraFps, fps, decoderThreads, timeout);
    }

    public SourceOptions withDecoderThreads(int threads) {
        return new SourceOptions(loop, cameraWidth, cameraHeight, cameraFps, pictureFps, threads, timeout);
    }

    public SourceOptions withTimeout(Duration wanted) {
        return new SourceOptions(loop, cameraWidth, cameraHeight, cameraFps, pictureFps, decoderThreads, wanted);
    }
}
