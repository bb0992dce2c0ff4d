package org.posescope.app.player;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;

/**
 * Gives copies of the pictures of another source while a user seeks, so that each is there at once; the source itself is only sought when
 * what it shows is needed.
 */
final class QuickSource extends ForwardingSource {
    /** Copies are given for so long after each seek: then whoever drags a slider has stopped. */
    private static final long HURRY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final QuickPictures pictures;
    private final LongPredicate usable;
    /** The next frame is the first from here on; microseconds. */
    private long wanted;
    /** Likewise of the source. */
    private long reached;
    private volatile long calmNanos = System.nanoTime();
    private volatile boolean copied;

    /**
     * @param source   closed with this one; at its start
     * @param pictures stay the caller's
     * @param usable   whether a copy of the picture at a place will do
     */
    QuickSource(FrameSource source, QuickPictures pictures, LongPredicate usable) {
        super(source);
        this.pictures = pictures;
        this.usable = usable;
    }

    /** A copy will do for what is sought next. Any thread. */
    void hurry() {
        calmNanos = System.nanoTime() + HURRY_NANOS;
    }

    /** Whether the last frame was a copy. Any thread. */
    boolean copied() {
        return copied;
    }

    @Override
    public Frame next() {
        Optional<Frame> copy = System.nanoTime() - calmNanos < 0 ? pictures.first(wanted, usable) : Optional.empty();
        copied = copy.isPresent();
        Frame frame = copy.orElseGet(this::decoded);
        if (frame != null) {
            wanted = frame.positionMicros() + 1;
        }
        return frame;
    }

    /** Null at the end. */
    private Frame decoded() {
        boolean sought = wanted != reached;
        if (sought) {
            source.seek(wanted);
            reached = wanted;
        }
        Frame frame = source.next();
        if (frame != null) {
            pictures.offer(info(), frame, Math.min(wanted, frame.positionMicros()), sought);
            reached = frame.positionMicros() + 1;
        }
        return frame;
    }

    @Override
    public void seek(long ptsMicros) {
        wanted = ptsMicros;
        pictures.goTo(ptsMicros);
    }
}
