package org.posescope.draw.view;

import java.util.List;

import org.posescope.pose.Vector3;

/**
 * The height of the floor under the people: that of the lowest point, which is followed down at once and up slowly, so that a
 * step or a jump does not lift it.
 */
final class FloorLevel {
    private static final double UP_SECONDS = 3;
    private static final double UNKNOWN = 0.9;

    private double level = Double.NaN;
    private long lastMicros;

    /** y of the floor in the camera frame (y down), metres, after seeing these points. */
    double after(List<Vector3> points, long ptsMicros) {
        double lowest = points.stream().mapToDouble(Vector3::y).max().orElse(Double.NaN);
        if (!Double.isNaN(lowest)) {
            double share = 1 - Math.exp(-Math.abs(ptsMicros - lastMicros) * 1e-6 / UP_SECONDS);
            level = Double.isNaN(level) || lowest > level ? lowest : level + share * (lowest - level);
        }
        lastMicros = ptsMicros;
        return Double.isNaN(level) ? UNKNOWN : level;
    }
}
