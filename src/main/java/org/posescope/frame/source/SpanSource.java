package org.posescope.frame.source;

import java.util.List;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.UnreadablePicture;

/** A stretch of another source, which can be sought. */
public final class SpanSource extends ForwardingSource {
    private final long fromMicros;
    private final long toMicros;

    /**
     * @param source     closed with this one; at its start
     * @param fromMicros {@link Frame#positionMicros} of the first frame, at least
     * @param toMicros   of the last one, at most
     */
    public SpanSource(FrameSource source, long fromMicros, long toMicros) {
        super(source);
        this.fromMicros = fromMicros;
        this.toMicros = toMicros;
        if (fromMicros > 0) {
            source.seek(fromMicros);
        }
    }

    @Override
    public Frame next() {
        Frame frame = source.next();
        while (frame != null && frame.positionMicros() < fromMicros) {
            frame.close();
            frame = source.next();
        }
        if (frame != null && frame.positionMicros() > toMicros) {
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
