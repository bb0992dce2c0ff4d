package org.posescope.workshop.lift.pose;

import java.util.Collection;
import java.util.List;

/** By how many degrees a joint is bent too far in what was captured of each subject, because of where the skeleton's joints were. */
final class SubjectExcess {
    /** So many of a subject's joints are straighter than the one that counts as straight. */
    private static final double STRAIGHTER = 0.15;
    private static final int FEWEST = 30;

    private final double[] degrees;

    /**
     * Of subjects with too few joints: what is usual among all.
     *
     * @param flexions degrees of each joint that should be straight, by subject
     * @param straight degrees of one that is
     */
    SubjectExcess(List<List<Double>> flexions, double straight) {
        double usual = excess(flexions.stream().flatMap(Collection::stream).toList(), straight);
        degrees = flexions.stream().mapToDouble(own -> own.size() < FEWEST ? usual : excess(own, straight)).toArray();
    }

    private static double excess(List<Double> flexions, double straight) {
        return flexions.isEmpty()
                ? 0
                : Math.max(0, flexions.stream().sorted().toList().get((int) (STRAIGHTER * flexions.size())) - straight);
    }

    double of(int subject) {
        return degrees[subject];
    }
}
