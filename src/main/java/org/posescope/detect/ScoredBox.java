package org.posescope.detect;

import java.util.List;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;

/**
 * A candidate as a network gives it, in units that its decoder names.
 *
 * @param points alignment points, if the network gives them
 */
public record ScoredBox(Box box, float score, List<Keypoint> points) {
    public ScoredBox {
        points = List.copyOf(points);
    }
}
