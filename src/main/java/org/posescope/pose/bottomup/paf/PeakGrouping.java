package org.posescope.pose.bottomup.paf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts points together to people, limb by limb (lightweight-human-pose-estimation.pytorch, {@code modules/keypoints.py group_keypoints}).
 * For one frame.
 */
final class PeakGrouping {
    private static final int LEAST_POINTS = 3;
    private static final double LEAST_MEAN_SCORE = 0.2;

    private final List<PeakGroup> groups = new ArrayList<>();
    /** Until people are completed a point is in one group at most. */
    private final Map<Peak, PeakGroup> groupOf = new HashMap<>();

    /** Adds the connections of a limb whose points may be in groups already. */
    void connect(Limb limb, List<Connection> connections) {
        for (Connection connection : connections) {
            PeakGroup group = groupOf.computeIfAbsent(connection.from(), peak -> newGroup(limb.from(), peak));
            group.add(limb.to(), connection.to(), connection.strength());
            groupOf.put(connection.to(), group);
        }
    }

    /** Adds points that have nobody to be connected with as people of their own, unless they are in a group. */
    void addAlone(int part, List<Peak> peaks) {
        peaks.forEach(peak -> groupOf.computeIfAbsent(peak, each -> newGroup(part, each)));
    }

    private PeakGroup newGroup(int part, Peak peak) {
        PeakGroup group = new PeakGroup();
        group.add(part, peak, 0);
        groups.add(group);
        return group;
    }

    /** Adds a connection's points to the groups that have the other one of them only. */
    void complete(Limb limb, List<Connection> connections) {
        for (Connection connection : connections) {
            PeakGroup ofFrom = groupOf.get(connection.from());
            PeakGroup ofTo = groupOf.get(connection.to());
            if (ofFrom != null) {
                ofFrom.complete(limb.to(), connection.to());
            }
            if (ofTo != null) {
                ofTo.complete(limb.from(), connection.from());
            }
        }
    }

    /** The groups that are people, in the order in which they were begun. */
    List<PeakGroup> people() {
        return groups.stream()
                .filter(group -> group.count() >= LEAST_POINTS
                        && group.score() / group.count() >= LEAST_MEAN_SCORE)
                .toList();
    }
}
