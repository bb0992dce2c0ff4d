package org.posescope.body.floor;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How far the planted feet of one person are above the floor, smooth over time. Metres, microseconds. */
public final class SoleHeights {
    /** Feet farther from the floor are not on it. */
    private static final double REACH = 0.3;
    /** Standard deviation of the bell that is averaged over, and how far it is followed. */
    private static final double BELL_MICROS = 250_000;
    private static final long WINDOW_MICROS = 750_000;

    private final TreeMap<Long, Double> heights = new TreeMap<>();

    void add(long micros, double above) {
        if (Math.abs(above) < REACH) {
            heights.put(micros, above);
        }
    }

    /** At a time; while no foot stands between what it is before and after, 0 of somebody who never stands on the floor. */
    public double at(long micros) {
        NavigableMap<Long, Double> near = heights.subMap(micros - WINDOW_MICROS, true, micros + WINDOW_MICROS, true);
        return near.isEmpty() ? between(micros) : bell(near, micros);
    }

    private static double bell(NavigableMap<Long, Double> near, long micros) {
        double sum = 0;
        double weights = 0;
        for (Map.Entry<Long, Double> each : near.entrySet()) {
            double off = (each.getKey() - micros) / BELL_MICROS;
            double weight = Math.exp(-off * off / 2);
            sum += weight * each.getValue();
            weights += weight;
        }
        return sum / weights;
    }

    private double between(long micros) {
        Map.Entry<Long, Double> before = heights.floorEntry(micros);
        Map.Entry<Long, Double> after = heights.ceilingEntry(micros);
        if (before == null || after == null) {
            return before != null ? before.getValue() : after != null ? after.getValue() : 0;
        }
        double share = (double) (micros - before.getKey()) / (after.getKey() - before.getKey());
        return before.getValue() + share * (after.getValue() - before.getValue());
    }
}
