package org.posescope.pose.bottomup.paf;

import java.util.List;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;

/** What can be said of a person from the points that were found: those of a positive score. */
final class FoundBody {
    /** A body reaches beyond the points in it: the top of the head, the hands, the soles. */
    private static final float BODY_TO_POINTS = 1.2f;

    private final List<Keypoint> found;

    /** @throws IllegalArgumentException when none was found */
    FoundBody(List<Keypoint> points) {
        found = points.stream().filter(point -> point.score() > 0).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("a person without a point");
        }
    }

    /** The mean score of the points. */
    float score() {
        return (float) found.stream().mapToDouble(Keypoint::score).average().orElseThrow();
    }

    Box box() {
        Box tight = Box.around(found);
        float width = tight.width() * BODY_TO_POINTS;
        float height = tight.height() * BODY_TO_POINTS;
        return new Box(tight.centerX() - width / 2, tight.centerY() - height / 2, width, height);
    }
}
