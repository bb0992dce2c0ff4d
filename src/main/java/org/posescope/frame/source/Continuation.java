package org.posescope.frame.source;

import java.util.concurrent.TimeUnit;

import org.posescope.frame.Frame;

/**
 * Makes one sequence of the frames of one opening of a source after the other: index and presentation time go on where they
 * were, the time by as much as passed between the captures. Not thread-safe.
 */
final class Continuation {
    private boolean any;
    private boolean reopened;
    private long lastIndex;
    private long lastPtsMicros;
    private long lastCapturedNanos;
    private long indexOffset;
    private long ptsOffsetMicros;

    /** The next frame comes from a new opening. */
    void reopened() {
        reopened = true;
    }

    /** The frame at its place in the sequence; the caller's reference goes over to it. */
    Frame place(Frame frame) {
        if (reopened && any) {
            long gapMicros = TimeUnit.NANOSECONDS.toMicros(frame.capturedAtNanos() - lastCapturedNanos);
            indexOffset = lastIndex + 1 - frame.index();
            ptsOffsetMicros = lastPtsMicros + Math.max(1, gapMicros) - frame.ptsMicros();
        }
        reopened = false;
        any = true;
        lastIndex = frame.index() + indexOffset;
        lastPtsMicros = frame.ptsMicros() + ptsOffsetMicros;
        lastCapturedNanos = frame.capturedAtNanos();
        return frame.movedTo(lastIndex, lastPtsMicros);
    }
}
