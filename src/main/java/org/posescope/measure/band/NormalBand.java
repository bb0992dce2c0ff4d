package org.posescope.measure.band;

import java.util.Collections;
import java.util.List;

/**
 * Between which degrees an angle is normal. Between two percents it goes straight from one to the other, and from the last to the first as
 * a cycle goes on.
 *
 * @param percents of the gait cycle, ascending in 0..100; a single one: it is the same always
 * @param low      degrees at each of them
 * @param high     likewise, not below
 */
public record NormalBand(List<Double> percents, List<Double> low, List<Double> high) {
    private static final double WHOLE = 100;

    /** @throws IllegalArgumentException when it is none */
    public NormalBand {
        if (percents.isEmpty() || percents.size() != low.size() || percents.size() != high.size()) {
            throw new IllegalArgumentException("a band has as many lower and upper bounds as percents");
        }
        percents = List.copyOf(percents);
        low = List.copyOf(low);
        high = List.copyOf(high);
        for (int i = 0; i < percents.size(); i++) {
            double at = percents.get(i);
            if (!(at >= 0 && at <= WHOLE) || (i > 0 && at <= percents.get(i - 1))) {
                throw new IllegalArgumentException("percents of a band ascend from 0 to 100, and " + at + " does not");
            }
            if (!(low.get(i) <= high.get(i)) || !Double.isFinite(low.get(i)) || !Double.isFinite(high.get(i))) {
                throw new IllegalArgumentException(
                        "a band from " + low.get(i) + " to " + high.get(i) + " degrees is none");
            }
        }
    }

    /** The same always. */
    public static NormalBand constant(double low, double high) {
        return new NormalBand(List.of(0.0), List.of(low), List.of(high));
    }

    /** Whether it depends on the part of the gait cycle. */
    public boolean ofGait() {
        return percents.size() > 1;
    }

    /** The lower bound, degrees; NaN for an unknown percent of what depends on it. */
    public double low(double percent) {
        return at(low, percent);
    }

    /** The upper bound, likewise. */
    public double high(double percent) {
        return at(high, percent);
    }

    private double at(List<Double> bound, double percent) {
        if (!ofGait()) {
            return bound.getFirst();
        }
        if (Double.isNaN(percent)) {
            return Double.NaN;
        }
        int found = Collections.binarySearch(percents, percent);
        int next = found >= 0 ? found : -found - 1;
        int before = Math.floorMod(next - 1, percents.size());
        int after = next % percents.size();
        double from = percents.get(before) - (next == 0 ? WHOLE : 0);
        double to = percents.get(after) + (next == percents.size() ? WHOLE : 0);
        return bound.get(before) + (bound.get(after) - bound.get(before)) * (percent - from) / (to - from);
    }
}
