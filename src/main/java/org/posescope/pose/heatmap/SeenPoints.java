package org.posescope.pose.heatmap;

import java.util.List;

import org.posescope.frame.Region;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;

/** The points of a person that a network is sure enough of to count them. */
final class SeenPoints {
    /** {@code TEST.IN_VIS_THRE} of the authors. */
    private static final float VISIBLE = 0.2f;

    /** A body reaches beyond the points in it: the top of the head, the hands, the soles. */
    private static final float BODY_TO_POINTS = 1.2f;

    private final List<Keypoint> seen;

    SeenPoints(List<Keypoint> points) {
        seen = points.stream().filter(point -> point.score() > VISIBLE).toList();
    }

    /** Their mean score (the authors' {@code lib/dataset/coco.py}); 0 without any. */
    float score() {
        return (float) seen.stream().mapToDouble(Keypoint::score).average().orElse(0);
    }

    /** A box around the body; with fewer than two points the region itself. */
    Box box(Region region) {
        if (seen.size() < 2) {
            return centered(region.centerX(), region.centerY(), Math.abs(region.width()), region.height());
        }
        Box tight = Box.around(seen);
        return centered(tight.centerX(), tight.centerY(), tight.width() * BODY_TO_POINTS,
                tight.height() * BODY_TO_POINTS);
    }

    private static Box centered(float x, float y, float width, float height) {
        return new Box(x - width / 2, y - height / 2, width, height);
    }
}
