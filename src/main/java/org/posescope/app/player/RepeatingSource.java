package org.posescope.app.player;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;

/**
 * Starts another source, or a stretch of it, again at the end as long as that is wanted, which may change while it plays. Index and presentation
 * time go on growing from pass to pass, so that nothing downstream sees time run backwards; a seek goes to a place in the
 * current pass.
 */
final class RepeatingSource extends ForwardingSource {
    private static final double SECOND = 1e6;
    private static final long NOWHERE = -1;

    private final Supplier<Optional<Span>> repeats;
    private final Runnable ended;
    private final long interval;
    private long index;
    private long lastPts;
    private long passStart;
    /** Where the frame before was in the source; empty after a seek. */
    private OptionalLong before = OptionalLong.empty();
    /** Where the last frame is if it began another round; nowhere if that is where the round ended. */
    private volatile OptionalLong begun = OptionalLong.empty();

    /**
     * @param source  closed with this one
     * @param repeats what is played again and again; empty: nothing is
     * @param ended   told on the reading thread when the end was reached and the source is not to start again
     */
    RepeatingSource(FrameSource source, Supplier<Optional<Span>> repeats, Runnable ended) {
        super(source);
        this.repeats = repeats;
        this.ended = ended;
        double fps = source.info().fps();
        this.interval = fps > 0 ? Math.round(SECOND / fps) : Math.round(SECOND);
    }

    @Override
    public Frame next() {
        // Asked first: whoever pauses while the frame is read has not yet seen the last one of the round.
        Optional<Span> again = repeats.get().filter(any -> repeatable());
        begun = OptionalLong.empty();
        Frame frame = source.next();
        if (again.isPresent() && (frame == null || leaves(again.get(), frame))) {
            frame = startAgain(again.get(), Optional.ofNullable(frame));
        }
        if (frame == null) {
            ended.run();
            return null;
        }
        lastPts = passStart + frame.ptsMicros();
        before = OptionalLong.of(frame.positionMicros());
        return frame.movedTo(index++, lastPts);
    }

    /** Whoever seeks a place behind the stretch plays on from there. */
    private boolean leaves(Span span, Frame next) {
        return before.isPresent() && span.contains(before.getAsLong()) && !span.contains(next.positionMicros());
    }

    private Frame startAgain(Span span, Optional<Frame> behind) {
        behind.ifPresent(Frame::close);
        source.seek(span.fromMicros());
        Frame first = source.next();
        if (first != null) {
            passStart = lastPts + interval - first.ptsMicros();
            OptionalLong place = OptionalLong.of(first.positionMicros());
            begun = before.equals(place) ? OptionalLong.of(NOWHERE) : place;
        }
        return first;
    }

    /** Whether the last frame that was given is not the next one after a place but begins another round. Any thread. */
    boolean beganAgainAfter(long positionMicros) {
        OptionalLong now = begun;
        return now.isPresent() && now.getAsLong() != positionMicros;
    }

    @Override
    public void seek(long ptsMicros) {
        before = OptionalLong.empty();
        begun = OptionalLong.empty();
        super.seek(ptsMicros);
    }

    private boolean repeatable() {
        return info().seekable() && info().kind() != SourceInfo.Kind.IMAGE;
    }
}
