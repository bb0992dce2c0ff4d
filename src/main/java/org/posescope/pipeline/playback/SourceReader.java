package org.posescope.pipeline.playback;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.metrics.BusyClock;

/** Reads sources, a frame ahead where it is told to. For one thread, except for {@link #busyNanos}. */
final class SourceReader {
    private final BusyClock busy = new BusyClock();
    private final Predicate<Reading> superseded;
    private Optional<Read> ahead = Optional.empty();

    /** What to do for the next frame; the source is used without a lock, so that nobody waits for it. */
    record Reading(FrameSource source, int sourceNumber, OptionalLong seekMicros) {}

    /** What a source gave; no frame at its end. */
    record Read(Reading wanted, Optional<Frame> frame, long nanos) {}

    /** @param superseded whether nobody wants the frames of a reading any more, so that its source may break unheard */
    SourceReader(Predicate<Reading> superseded) {
        this.superseded = superseded;
    }

    boolean isAhead() {
        return ahead.isPresent();
    }

    void readAhead(Reading wanted) {
        ahead = Optional.of(read(wanted));
    }

    Read takeAhead() {
        Read ready = ahead.orElseThrow();
        ahead = Optional.empty();
        return ready;
    }

    /** Releases a frame that was read ahead. */
    void forgetAhead() {
        ahead.flatMap(Read::frame).ifPresent(Frame::close);
        ahead = Optional.empty();
    }

    /** @throws org.posescope.error.UserException when the source broke */
    Read read(Reading wanted) {
        long start = System.nanoTime();
        Optional<Frame> frame = frame(wanted);
        return new Read(wanted, frame, System.nanoTime() - start);
    }

    private Optional<Frame> frame(Reading wanted) {
        busy.begin();
        try {
            wanted.seekMicros().ifPresent(wanted.source()::seek);
            return Optional.ofNullable(wanted.source().next());
        } catch (RuntimeException e) {
            if (superseded.test(wanted)) {
                return Optional.empty();
            }
            throw e;
        } finally {
            busy.end();
        }
    }

    /** How long a source has been at the frame that is read now. */
    long busyNanos(long now) {
        return busy.nanos(now);
    }
}
