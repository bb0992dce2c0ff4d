package org.posescope.app.timeline;

import java.util.List;

/**
 * When somebody was seen.
 *
 * @param id     identity of the person
 * @param frames in which they were seen
 * @param bars   in the order of time; those that touch are one stretch, of another sureness
 */
record Lane(int id, long frames, List<Bar> bars) {
    Lane {
        bars = List.copyOf(bars);
    }

    long firstSeen() {
        return bars.getFirst().from();
    }
}
