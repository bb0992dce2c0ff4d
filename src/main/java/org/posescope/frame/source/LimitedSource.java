package org.posescope.frame.source;

import java.util.List;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.UnreadablePicture;

/** The first frames of another source, which it owns. */
public final class LimitedSource extends ForwardingSource {
    private long left;

    /** @param limit frames to give, whatever seeks come between them */
    public LimitedSource(FrameSource source, long limit) {
        super(source);
        this.left = limit;
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
    public List<UnreadablePicture> unreadable() {
        return source.unreadable();
    }
}
