package org.posescope.app.scene3d;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Estimates how high the floor is from the lowest points of people. While somebody walks, one foot is on the floor most of
 * the time, and depth errors move people up and down: so the floor is a high quantile of the lowest points of some seconds, and
 * it moves, smoothly, only when that is clearly elsewhere.
 */
final class FloorLevel {
    private static final long WINDOW_MICROS = 3_000_000;
    private static final int MOST = 600;
    /** y points down, so the higher quantiles are the lower points; the rest are outliers. */
    private static final double QUANTILE = 0.75;
    private static final double STARTS_MOVING = 0.05;
    private static final double STOPS_MOVING = 0.005;
    private static final double TIME_CONSTANT = 0.6;

    private final Deque<Sighting> sightings = new ArrayDeque<>();
    private double level = Double.NaN;
    private long lastMicros;
    private boolean moving;

    /** @param lowest y of a person's lowest point, metres */
    void add(long ptsMicros, double lowest) {
        sightings.addLast(new Sighting(ptsMicros, lowest));
        while (sightings.size() > MOST || Math.abs(ptsMicros - sightings.getFirst().micros) > WINDOW_MICROS) {
            sightings.removeFirst();
        }
    }

    /**
     * The floor at a time, metres.
     *
     * @param otherwise when nobody was seen yet
     */
    double at(long ptsMicros, double otherwise) {
        if (sightings.isEmpty()) {
            return Double.isNaN(level) ? otherwise : level;
        }
        double seen = sightings.stream().mapToDouble(Sighting::y).sorted()
                .skip((long) (QUANTILE * (sightings.size() - 1))).findFirst().orElseThrow();
        if (Double.isNaN(level)) {
            level = seen;
        }
        double away = Math.abs(seen - level);
        moving = away > (moving ? STOPS_MOVING : STARTS_MOVING);
        if (moving) {
            double seconds = Math.clamp((ptsMicros - lastMicros) / 1e6, 0, TIME_CONSTANT);
            level += (seen - level) * (1 - Math.exp(-seconds / TIME_CONSTANT));
        }
        lastMicros = ptsMicros;
        return level;
    }

    void forget() {
        sightings.clear();
        level = Double.NaN;
        moving = false;
    }

    private record Sighting(long micros, double y) {}
}
