package org.posescope.app.player;

import java.util.Optional;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;

/**
 * Finds the last frame before a place of another source. At a constant rate that is the first one from a little more than an interval before,
 * however times were rounded; as long as the rate is not known to be constant, the frames from there to the place are looked through.
 */
final class BackSource extends ForwardingSource {
    private static final double SECOND = 1e6;
    /** Intervals before the place from where on the frame is looked for. */
    private static final double REACH = 1.25;

    private final double interval;
    private final Steadiness rate;
    /** What was aimed at last. */
    private volatile Optional<Aim> aim = Optional.empty();
    /** What the next frame is to be; of the reading thread. */
    private Optional<Aim> wanted = Optional.empty();

    /**
     * @param fromMicros   from where on the frame is looked for
     * @param beforeMicros it is before that
     */
    private record Aim(long fromMicros, long beforeMicros) {
        /** From farther before the place. */
        Aim farther() {
            return new Aim(Math.max(0, 3 * fromMicros - 2 * beforeMicros), beforeMicros);
        }

        boolean holds(Frame frame) {
            return frame != null && frame.positionMicros() < beforeMicros;
        }
    }

    /** @param source closed with this one */
    BackSource(FrameSource source) {
        super(source);
        double usual = source.info().intervalMicros();
        interval = usual > 0 ? usual : SECOND;
        rate = new Steadiness(interval);
    }

    /**
     * The place to seek so that the next frame is the last one before a place, or the first where none is. Any thread.
     *
     * @param beforeMicros place in one pass
     */
    long aim(long beforeMicros) {
        long from = Math.max(0, Math.round(beforeMicros - REACH * interval));
        aim = Optional.of(new Aim(from, beforeMicros));
        return from;
    }

    @Override
    public void seek(long ptsMicros) {
        wanted = aim.filter(now -> now.fromMicros() == ptsMicros);
        goTo(ptsMicros);
    }

    private void goTo(long micros) {
        rate.elsewhere();
        source.seek(micros);
    }

    private Frame read() {
        Frame frame = source.next();
        if (frame != null) {
            rate.frame(frame.positionMicros());
        }
        return frame;
    }

    @Override
    public Frame next() {
        Frame first = read();
        Optional<Aim> now = wanted;
        wanted = Optional.empty();
        if (now.isEmpty() || (rate.steady() && now.get().holds(first))) {
            return first;
        }
        goTo(lookThrough(first, now.get()));
        return read();
    }

    /** Where the frame is; takes the first one that was found. */
    private long lookThrough(Frame first, Aim now) {
        Aim far = now;
        Frame frame = first;
        while (!far.holds(frame) && far.fromMicros() > 0) {
            release(frame);
            far = far.farther();
            goTo(far.fromMicros());
            frame = read();
        }
        long last = 0;
        while (far.holds(frame)) {
            last = frame.positionMicros();
            frame.close();
            frame = read();
        }
        release(frame);
        return last;
    }

    private static void release(Frame frame) {
        if (frame != null) {
            frame.close();
        }
    }
}
