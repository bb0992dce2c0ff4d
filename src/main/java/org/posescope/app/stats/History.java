package org.posescope.app.stats;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last figures, one a second, oldest first.
 *
 * @param fps     results a second
 * @param latency median milliseconds
 */
public record History(List<Double> fps, List<Double> latency) {
    public static final int SECONDS = 30;
    static final History EMPTY = new History(List.of(), List.of());

    public History {
        fps = List.copyOf(fps);
        latency = List.copyOf(latency);
    }

    History with(double newFps, double newLatency) {
        return new History(append(fps, newFps), append(latency, newLatency));
    }

    private static List<Double> append(List<Double> values, double value) {
        Deque<Double> longer = new ArrayDeque<>(values);
        longer.add(value);
        while (longer.size() > SECONDS) {
            longer.poll();
        }
        return List.copyOf(longer);
    }
}
