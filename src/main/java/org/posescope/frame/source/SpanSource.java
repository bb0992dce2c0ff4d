package org.posescope.frame.source;

import java.util.List;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.UnreadablePicture;

/** A stretch of another source, which can be sought. */
public final class SpanSource extends ForwardingSource {
    private final Span span;

    /** @param source closed with this one; at its start */
    public SpanSource(FrameSource source, Span span) {
        super(source);
        this.span = span;
        if (span.fromMicros() > 0) {
            source.seek(span.fromMicros());
        }
    }

    @Override
    public Frame next() {
        Frame frame = source.next();
        while (frame != null && frame.positionMicros() < span.fromMicros()) {
            frame.close();
            frame = source.next();
        }
        if (frame != null && frame.positionMicros() > span.toMicros()) {
            frame.close();
            return null;
        }
        return frame;
    }

    @Override
    public List<UnreadablePicture> unreadable() {
        return source.unreadable();
    }
}
