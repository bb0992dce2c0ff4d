package org.posescope.frame.source;

import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.UnreadablePicture;

/** The first frames of another source, which it owns. */
public final class LimitedSource implements FrameSource {
    private final FrameSource source;
    private long left;

    /** @param limit frames to give, whatever seeks come between them */
    public LimitedSource(FrameSource source, long limit) {
        this.source = source;
        this.left = limit;
    }

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public Frame next() {
        if (left == 0) {
            return null;
        }
        Frame frame = source.next();
        if (frame != null) {
            left--;
        }
        return frame;
    }

    @Override
    public void seek(long ptsMicros) {
        source.seek(ptsMicros);
    }

    @Override
    public List<String> warnings() {
        return source.warnings();
    }

    @Override
    public List<UnreadablePicture> unreadable() {
        return source.unreadable();
    }

    @Override
    public void close() {
        source.close();
    }
}
