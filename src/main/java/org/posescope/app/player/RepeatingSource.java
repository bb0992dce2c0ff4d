package org.posescope.app.player;

import java.util.function.BooleanSupplier;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;

/**
 * Starts another source again at its end as long as that is wanted, which may change while it plays. Index and presentation
 * time go on growing from pass to pass, so that nothing downstream sees time run backwards; a seek goes to a place in the
 * current pass.
 */
final class RepeatingSource extends ForwardingSource {
    private static final double SECOND = 1e6;

    private final BooleanSupplier repeats;
    private final Runnable ended;
    private final long interval;
    private long index;
    private long lastPts;
    private long passStart;

    /**
     * @param source closed with this one
     * @param ended  told on the reading thread when the end was reached and the source is not to start again
     */
    RepeatingSource(FrameSource source, BooleanSupplier repeats, Runnable ended) {
        super(source);
        this.repeats = repeats;
        this.ended = ended;
        double fps = source.info().fps();
        this.interval = fps > 0 ? Math.round(SECOND / fps) : Math.round(SECOND);
    }

    @Override
    public Frame next() {
        Frame frame = source.next();
        if (frame == null && repeats.getAsBoolean() && repeatable()) {
            source.seek(0);
            passStart = lastPts + interval;
            frame = source.next();
        }
        if (frame == null) {
            ended.run();
            return null;
        }
        lastPts = passStart + frame.ptsMicros();
        return frame.movedTo(index++, lastPts);
    }

    private boolean repeatable() {
        return info().seekable() && info().kind() != SourceInfo.Kind.IMAGE;
    }
}
