package org.posescope.cli.batch;

import java.time.Duration;
import java.util.Optional;

/** How far a video is that runs, with the time as its owner's clock has it. Used by one thread at a time. */
final class RunningClip {
    private static final double NANOS = 1e9;

    private final long start;
    private long first = -1;
    private long firstFrames;
    private long frames;
    private long total = -1;

    /** @param now in nanoseconds */
    RunningClip(long now) {
        start = now;
    }

    /** Takes note of frames done, and of frames in all, -1 when they are not known. */
    void frames(long done, long all, long now) {
        if (first < 0) {
            first = now;
            firstFrames = done;
        }
        frames = done;
        total = all;
    }

    /** {@code 120/900}, or what is known of it. */
    String count() {
        return first < 0 ? "-" : total < 0 ? Long.toString(frames) : frames + "/" + total;
    }

    /** Frames a second since the first was told of; 0 when that is not known. */
    double fps(long now) {
        return first < 0 || now == first ? 0 : (frames - firstFrames) / ((now - first) / NANOS);
    }

    /** What this video still takes at its pace; empty when that is not known. */
    Optional<Duration> left(long now) {
        double fps = fps(now);
        return total < 0 || fps <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(1000 * Math.max(0, total - frames) / fps)));
    }

    Duration elapsed(long now) {
        return Duration.ofNanos(now - start);
    }
}
