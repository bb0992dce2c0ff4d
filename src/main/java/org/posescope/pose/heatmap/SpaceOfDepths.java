package org.posescope.pose.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeleton;

/**
 * Makes joints of points in the picture whose depths are known. The network tells depths in metres but not how many pixels a metre is:
 * that is found by the limbs, whose lengths together are those of an adult of 1.70 m (segments of Drillis and Contini 1966). Seen as from
 * far away, straight at the person, as other networks give joints of a crop.
 */
final class SpaceOfDepths {
    private static final double HEIGHT = 1.7;
    private static final List<Segment> SEGMENTS = List.of(new Segment("shoulder", "elbow", 0.186 * HEIGHT),
            new Segment("elbow", "wrist", 0.146 * HEIGHT), new Segment("hip", "knee", 0.245 * HEIGHT),
            new Segment("knee", "ankle", 0.246 * HEIGHT), new Segment("shoulder", "hip", 0.288 * HEIGHT));
    private static final List<String> SIDES = List.of("left_", "right_");
    private static final float VISIBLE = 0.2f;
    private static final int FEWEST = 2;
    private static final int HALVINGS = 40;

    private final Skeleton skeleton;

    /** @param length metres */
    private record Segment(String from, String to, double length) {}

    /**
     * A segment as it is seen.
     *
     * @param across pixels
     * @param along  the line of sight, metres
     * @param length of the segment, metres
     */
    private record Seen(double across, double along, double length) {}

    /** @param skeleton of the points, with hips, shoulders and limbs */
    SpaceOfDepths(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /**
     * The joints; empty where fewer than two segments are seen, or depths that no limbs could have.
     *
     * @param depths of each point, metres
     */
    Optional<Joints3d> joints(Keypoints points, List<Float> depths) {
        List<Seen> seen = new ArrayList<>();
        for (Segment segment : SEGMENTS) {
            for (String side : SIDES) {
                int from = skeleton.index(side + segment.from);
                int to = skeleton.index(side + segment.to);
                Keypoint a = points.points().get(from);
                Keypoint b = points.points().get(to);
                if (Math.min(a.score(), b.score()) > VISIBLE) {
                    seen.add(new Seen(Math.hypot(a.x() - b.x(), a.y() - b.y()), depths.get(from) - depths.get(to),
                            segment.length));
                }
            }
        }
        double scale = seen.size() < FEWEST ? 0 : scale(seen);
        return scale > 0 ? Optional.of(scaled(points, depths, scale)) : Optional.empty();
    }

    /** Metres a pixel; 0 where depths alone are longer than the limbs. */
    private static double scale(List<Seen> seen) {
        double wanted = seen.stream().mapToDouble(Seen::length).sum();
        double least = 0;
        double most = wanted / seen.stream().mapToDouble(Seen::across).sum();
        if (!Double.isFinite(most) || length(seen, 0) >= wanted) {
            return 0;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (length(seen, middle) < wanted) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return most;
    }

    private static double length(List<Seen> seen, double scale) {
        return seen.stream().mapToDouble(each -> Math.hypot(scale * each.across, each.along)).sum();
    }

    private Joints3d scaled(Keypoints points, List<Float> depths, double scale) {
        int left = skeleton.index("left_hip");
        int right = skeleton.index("right_hip");
        List<Keypoint> all = points.points();
        double x = (all.get(left).x() + all.get(right).x()) / 2.0;
        double y = (all.get(left).y() + all.get(right).y()) / 2.0;
        double z = (depths.get(left) + depths.get(right)) / 2.0;
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Keypoint point = all.get(i);
            joints.add(new Joint((float) (scale * (point.x() - x)), (float) (scale * (point.y() - y)),
                    (float) (depths.get(i) - z), point.score()));
        }
        return new Joints3d(skeleton, joints);
    }
}
