package org.posescope.frame.source;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.ffmpeg.ImageSource;

/**
 * Plays another source again and again. Index and presentation time go on growing from pass to pass, as if the passes had
 * been recorded one after the other; a seek goes to a place in the current pass.
 */
public final class LoopingSource extends ForwardingSource {
    private static final double SECOND = 1e6;

    private final long interval;
    private long index;
    private long passStart;
    private long lastPts;

    /**
     * @param source closed with this one
     * @throws IllegalArgumentException when it is not seekable, as a camera, which has no start to go back to
     */
    public LoopingSource(FrameSource source) {
        super(source);
        if (!source.info().seekable()) {
            throw new IllegalArgumentException(source.info().uri() + " cannot be played again");
        }
        double fps = source.info().fps();
        this.interval = fps > 0 ? Math.round(SECOND / fps) : ImageSource.MICROS_PER_IMAGE;
    }

    /** The next frame; null only when a whole pass gives no frame, as after {@link #close}. */
    @Override
    public Frame next() {
        Frame frame = source.next();
        if (frame == null) {
            source.seek(0);
            passStart = lastPts + interval;
            frame = source.next();
        }
        if (frame == null) {
            return null;
        }
        lastPts = passStart + frame.ptsMicros();
        return frame.movedTo(index++, lastPts);
    }
}
