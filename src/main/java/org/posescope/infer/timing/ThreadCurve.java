package org.posescope.infer.timing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How long one run of a network takes with some numbers of threads.
 *
 * @param millis by the number of threads
 */
public record ThreadCurve(@JsonProperty(required = true) SortedMap<Integer, Double> millis) {
    static final ThreadCurve EMPTY = new ThreadCurve(new TreeMap<>());
    /** More threads have to be faster than fewer by a tenth: what gains less takes cores from the rest of the program. */
    private static final double WORTH_IT = 0.9;

    public ThreadCurve {
        millis = Collections.unmodifiableSortedMap(new TreeMap<>(millis));
    }

    /** The best number of those that were measured, at most so many. */
    public int best(int most) {
        int best = 1;
        double bestMillis = Double.POSITIVE_INFINITY;
        for (Map.Entry<Integer, Double> measured : millis.headMap(most + 1).entrySet()) {
            if (measured.getValue() < bestMillis * WORTH_IT) {
                best = measured.getKey();
                bestMillis = measured.getValue();
            }
        }
        return best;
    }

    ThreadCurve with(int threads, double time) {
        SortedMap<Integer, Double> more = new TreeMap<>(millis);
        more.put(threads, time);
        return new ThreadCurve(more);
    }
}
