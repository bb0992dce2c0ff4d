package org.posescope.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes a lane of the frames that somebody was seen in, which come in the order of time. */
final class LaneBuilder {
    /** Frames farther apart do not tell what was between them. */
    private static final long BRIDGED = 500_000;
    /** Over so long a stretch sureness is averaged. */
    private static final long PIECE = 500_000;

    private final long frameMicros;
    private final List<Bar> bars = new ArrayList<>();
    private long frames;
    private long from;
    private long last;
    private int count;
    private double sum;

    /** @param frameMicros from one frame of the clip to the next */
    LaneBuilder(long frameMicros) {
        this.frameMicros = frameMicros;
    }

    /** @param before the frame that was looked at before this one */
    void seen(long position, OptionalLong before, double sureness) {
        boolean goesOn = count > 0 && before.isPresent() && before.getAsLong() == last
                && position - last <= Math.max(BRIDGED, 2 * frameMicros);
        if (count > 0 && !(goesOn && position - from < PIECE)) {
            end(goesOn ? position : last + frameMicros);
        }
        if (count == 0) {
            from = position;
        }
        frames++;
        count++;
        sum += sureness;
        last = position;
    }

    private void end(long to) {
        bars.add(new Bar(from, to, sum / count));
        count = 0;
        sum = 0;
    }

    Lane lane(int id) {
        if (count > 0) {
            end(last + frameMicros);
        }
        return new Lane(id, frames, bars);
    }
}
