package org.posescope.app.sound;

import java.util.OptionalLong;

/**
 * Where in its source the picture on the screen is, between the moments at which frames come there, too. Frames come unevenly; the clock
 * goes evenly at the pace of the source. One thread at a time.
 */
final class VideoClock {
    /** A clock that is off by more than this, microseconds, was set elsewhere: by a loop, or because frames are later than before. */
    private static final long JUMP = 300_000;
    /** Without a frame for so long the picture stands, nanoseconds. */
    private static final long STANDS = 2_000_000_000;
    private static final double SHARE_OF_NEWEST = 0.1;
    private static final long MICRO = 1000;

    private boolean goes;
    /** Place in the source when the time is zero, microseconds. */
    private long offset;
    private long lastNanos;
    private OptionalLong suspected = OptionalLong.empty();

    /** A frame has come to the screen. */
    void shown(long positionMicros, long nanos) {
        long newest = positionMicros - nanos / MICRO;
        if (!goes) {
            set(newest);
        } else if (Math.abs(newest - offset) <= JUMP) {
            offset += Math.round(SHARE_OF_NEWEST * (newest - offset));
            suspected = OptionalLong.empty();
        } else if (suspected.isPresent() && Math.abs(newest - suspected.getAsLong()) <= JUMP) {
            set(newest);
        } else {
            // One frame that is late says nothing of the next.
            suspected = OptionalLong.of(newest);
        }
        lastNanos = nanos;
    }

    private void set(long newest) {
        goes = true;
        offset = newest;
        suspected = OptionalLong.empty();
    }

    /** Stands until the next frame, which may be of any place. */
    void stop() {
        goes = false;
    }

    /** Place in the source, microseconds; empty while the picture stands. */
    OptionalLong at(long nanos) {
        return goes && nanos - lastNanos < STANDS
                ? OptionalLong.of(Math.max(0, offset + nanos / MICRO))
                : OptionalLong.empty();
    }
}
