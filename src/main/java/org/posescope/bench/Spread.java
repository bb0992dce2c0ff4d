package org.posescope.bench;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Median and range of the repetitions of one figure. */
public record Spread(@JsonProperty("median") double median, @JsonProperty("min") double min,
        @JsonProperty("max") double max) {
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }
}
