package org.posescope.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;

/** Makes one box of the many that a detector gives for one thing. */
final class NonMaximumSuppression {
    static final Comparator<ScoredBox> BEST_FIRST = Comparator.comparingDouble(ScoredBox::score).reversed();

    private NonMaximumSuppression() {}

    /** Keeps the best box of each group whose boxes overlap it by more than {@code maxIou}. */
    static List<ScoredBox> best(List<ScoredBox> candidates, float maxIou) {
        return groups(candidates, maxIou).stream().map(List::getFirst).toList();
    }

    /**
     * Averages each group, weighted by score, which steadies the box from frame to frame (Bazarevsky et al. 2019,
     * "BlazeFace", section 4). The score is the best one's.
     */
    static List<ScoredBox> weighted(List<ScoredBox> candidates, float maxIou) {
        return groups(candidates, maxIou).stream().map(NonMaximumSuppression::average).toList();
    }

    private static List<List<ScoredBox>> groups(List<ScoredBox> candidates, float maxIou) {
        List<ScoredBox> left = new ArrayList<>(candidates);
        left.sort(BEST_FIRST);
        List<List<ScoredBox>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            ScoredBox best = left.getFirst();
            List<ScoredBox> group = new ArrayList<>(List.of(best));
            List<ScoredBox> others = new ArrayList<>();
            for (ScoredBox other : left.subList(1, left.size())) {
                (best.box().iou(other.box()) > maxIou ? group : others).add(other);
            }
            groups.add(group);
            left = others;
        }
        return groups;
    }

    private static ScoredBox average(List<ScoredBox> group) {
        ScoredBox best = group.getFirst();
        float total = 0;
        float left = 0;
        float top = 0;
        float right = 0;
        float bottom = 0;
        for (ScoredBox each : group) {
            float weight = each.score();
            total += weight;
            left += weight * each.box().x();
            top += weight * each.box().y();
            right += weight * each.box().right();
            bottom += weight * each.box().bottom();
        }
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < best.points().size(); i++) {
            points.add(averagePoint(group, i, total));
        }
        return new ScoredBox(Box.ofCorners(left / total, top / total, right / total, bottom / total), best.score(),
                points);
    }

    private static Keypoint averagePoint(List<ScoredBox> group, int index, float total) {
        float x = 0;
        float y = 0;
        for (ScoredBox each : group) {
            Keypoint point = each.points().get(index);
            x += each.score() * point.x();
            y += each.score() * point.y();
        }
        return new Keypoint(x / total, y / total, group.getFirst().score());
    }
}
