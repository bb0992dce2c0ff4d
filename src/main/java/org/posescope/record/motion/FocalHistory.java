package org.posescope.record.motion;

import java.util.Map;
import java.util.TreeMap;

/** The focal lengths that people were placed for over a run, while a camera becomes known; pixels, microseconds. */
final class FocalHistory {
    private final TreeMap<Long, Double> focals = new TreeMap<>();
    private double next = Double.NaN;

    /** That of the frames from now on. */
    void next(double pixels) {
        next = pixels;
    }

    /** Notes when a frame was. */
    void at(long micros) {
        if (!Double.isNaN(next) && (focals.isEmpty() || focals.lastEntry().getValue() != next)) {
            focals.put(micros, next);
        }
    }

    /** Whether there was more than one. */
    boolean change() {
        return focals.size() > 1;
    }

    /** The last one in lengths of the one at a time. */
    double lastBy(long micros) {
        Map.Entry<Long, Double> then = focals.floorEntry(micros);
        return focals.lastEntry().getValue() / (then == null ? focals.firstEntry() : then).getValue();
    }
}
