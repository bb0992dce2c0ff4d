package org.posescope.pose.bottomup.paf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds which points of two parts belong together: those between which the field of their limb leads from one to the other
 * (lightweight-human-pose-estimation.pytorch, {@code modules/keypoints.py group_keypoints}). Every pair has to be looked at, but a pair
 * that does not belong together mostly shows it at the first places of the way; and of the enlarged field only these are computed.
 */
final class LimbFinder {
    private static final int PLACES = 10;
    /** So many places of the way may be without field. */
    private static final int MOST_WITHOUT = 1;
    private static final double LEAST_STRENGTH = 0.05;

    private final CubicEnlargement enlargement;
    private final int mapSize;

    /** For fields of a size, in cells. */
    LimbFinder(int cellRows, int cellColumns) {
        this.enlargement = new CubicEnlargement(cellRows, cellColumns);
        this.mapSize = cellRows * cellColumns;
    }

    /** Connections between points of two parts, strongest first; each point is in one at most. */
    List<Connection> find(Limb limb, List<Peak> from, List<Peak> to, float[] fields) {
        List<Connection> candidates = new ArrayList<>();
        for (Peak a : from) {
            for (Peak b : to) {
                double strength = strength(limb, a, b, fields);
                if (strength > 0) {
                    candidates.add(new Connection(a, b, strength));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Connection::strength).reversed());
        Set<Peak> taken = new HashSet<>();
        List<Connection> found = new ArrayList<>();
        for (Connection candidate : candidates) {
            if (!taken.contains(candidate.from()) && !taken.contains(candidate.to())) {
                taken.add(candidate.from());
                taken.add(candidate.to());
                found.add(candidate);
            }
        }
        return found;
    }

    /** The mean of the field along the way, less what the way is longer than half the picture; 0 where the two do not belong together. */
    private double strength(Limb limb, Peak a, Peak b, float[] fields) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return 0;
        }
        int mapX = limb.fieldX() * mapSize;
        int mapY = mapX + mapSize;
        double sum = 0;
        int without = 0;
        for (int place = 0; place < PLACES; place++) {
            int x = (int) Math.rint(a.x() + place * (dx / (PLACES - 1)));
            int y = (int) Math.rint(a.y() + place * (dy / (PLACES - 1)));
            double along = (dx * enlargement.sample(fields, mapX, x, y) + dy * enlargement.sample(fields, mapY, x, y))
                    / length;
            if (along > LEAST_STRENGTH) {
                sum += along;
            } else if (++without > MOST_WITHOUT) {
                return 0;
            }
        }
        return sum / (PLACES - without) + Math.min(0.5 * enlargement.rows() / length - 1, 0);
    }
}
