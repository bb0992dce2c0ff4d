package org.posescope.quantize;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * An int8 network and how it does beside the float network.
 *
 * @param leftInFloat outputs of the layers that it computes in float
 * @param difference  as in {@link org.posescope.model.Int8Facts}
 * @param timeRatio   likewise
 */
record Candidate(Set<String> leftInFloat, Path file, double difference, double timeRatio) {
    /** A layer in float pays as long as it costs no more than this of the fastest network's time. */
    private static final double PRICE = 1.05;
    /**
     * Beyond this a network is wrong and not only less exact: of heatmaps by weights that were made ever coarser, those within it cost at
     * most 0.021 OKS, those beyond it up to 0.080 (docs/measurements.md).
     */
    static final double MOST_DIFFERENCE = 0.2;

    /** Whether it may stand in for the float network. */
    boolean isClose() {
        return difference <= MOST_DIFFERENCE;
    }

    /** The most exact one of those that are nearly as fast as the fastest. */
    static Candidate best(List<Candidate> all) {
        double fastest = all.stream().mapToDouble(Candidate::timeRatio).min().orElseThrow();
        return all.stream().filter(each -> each.timeRatio <= fastest * PRICE)
                .min(Comparator.comparingDouble(Candidate::difference)).orElseThrow();
    }
}
