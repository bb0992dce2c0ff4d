package org.posescope.record.video;

/**
 * Places the times of a source on the time line of a recording, which never stands still or runs back: where the source
 * jumps back, by seeking, the recording goes on one frame later.
 */
public final class Timeline {
    private final long frameMicros;
    private long offset;
    private long last = Long.MIN_VALUE;

    /** @param frameMicros how long a frame nominally lasts */
    public Timeline(long frameMicros) {
        this.frameMicros = frameMicros;
    }

    /** The place of a time, microseconds; later than all before it. */
    public long place(long ptsMicros) {
        if (last != Long.MIN_VALUE && ptsMicros + offset <= last) {
            offset = last + frameMicros - ptsMicros;
        }
        last = ptsMicros + offset;
        return last;
    }
}
