package org.posescope.pose.bottomup.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.matching.CheapestMatching;

/**
 * Puts points together whose tags are alike, one kind of point after the other, those first that are seldom hidden
 * (HigherHRNet-Human-Pose-Estimation, {@code lib/core/group.py match_by_tag}).
 */
final class TagGrouping {
    /** {@code TEST.TAG_THRESHOLD} of the authors. */
    private static final double LARGEST_DIFFERENCE = 1;
    /** Differences count as whole numbers, and so much more than heat, which decides between equal ones. */
    private static final double WEIGHT_OF_TAGS = 100;
    /** No distance at all must not be divided by. */
    private static final double LEAST_DISTANCE = 1e-10;

    private final int points;
    private final int most;
    private final Cost cost;
    private final List<TagGroup> groups = new ArrayList<>();

    /** What speaks against a point in a group. */
    enum Cost {
        /** How much its tag differs. */
        TAG,
        /** Where the tag would do, that times how much farther from the middle of the group it is than the nearest point (Open Model Zoo). */
        TAG_AND_PLACE
    }

    /**
     * @param points kinds of them
     * @param most   groups that further points are compared with
     */
    TagGrouping(int points, int most, Cost cost) {
        this.points = points;
        this.most = most;
        this.cost = cost;
    }

    /** The groups in the order in which they were begun. */
    List<TagGroup> groups() {
        return groups;
    }

    /** Adds the places of one kind of point: each to the group that it fits best, or as a group of its own. */
    void add(int point, List<TaggedPeak> peaks) {
        List<TagGroup> known = List.copyOf(groups.subList(0, Math.min(most, groups.size())));
        List<Optional<TagGroup>> matched = match(peaks, known);
        for (int i = 0; i < peaks.size(); i++) {
            matched.get(i).orElseGet(this::begin).add(point, peaks.get(i));
        }
    }

    private TagGroup begin() {
        TagGroup group = new TagGroup(points);
        groups.add(group);
        return group;
    }

    private List<Optional<TagGroup>> match(List<TaggedPeak> peaks, List<TagGroup> known) {
        int size = Math.max(peaks.size(), known.size());
        double[][] costs = new double[size][size];
        for (int j = 0; j < known.size(); j++) {
            TagGroup group = known.get(j);
            double nearest = peaks.stream().mapToDouble(group::distance).min().orElse(0);
            for (int i = 0; i < peaks.size(); i++) {
                TaggedPeak peak = peaks.get(i);
                double against = difference(peak, group);
                if (cost == Cost.TAG_AND_PLACE && against < LARGEST_DIFFERENCE) {
                    against *= group.distance(peak) / (nearest + LEAST_DISTANCE);
                }
                costs[i][j] = WEIGHT_OF_TAGS * Math.rint(against) - peak.heat();
            }
        }
        int[] peakOfGroup = CheapestMatching.of(costs);
        List<Optional<TagGroup>> matched = new ArrayList<>();
        peaks.forEach(any -> matched.add(Optional.empty()));
        for (int j = 0; j < known.size(); j++) {
            int i = peakOfGroup[j];
            if (i < peaks.size() && difference(peaks.get(i), known.get(j)) < LARGEST_DIFFERENCE) {
                matched.set(i, Optional.of(known.get(j)));
            }
        }
        return matched;
    }

    private static double difference(TaggedPeak peak, TagGroup group) {
        return Math.abs(peak.tag() - group.tag());
    }
}
