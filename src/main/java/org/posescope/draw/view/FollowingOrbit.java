package org.posescope.draw.view;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

import org.posescope.draw.scene.OrbitCamera;
import org.posescope.pose.Vector3;

/**
 * A camera that looks at the people of a scene, keeps all of them in the picture, follows them softly, and swings slowly from
 * side to side, so that depth can be seen.
 */
final class FollowingOrbit {
    private static final double FIELD_OF_VIEW = Math.toRadians(40);
    private static final double ELEVATION = Math.toRadians(12);
    private static final double SWING = Math.toRadians(40);
    private static final double SWING_SECONDS = 14;
    /** Time constant with which the camera follows. */
    private static final double SOFTNESS_SECONDS = 0.7;
    private static final double MARGIN = 1.25;
    private static final double LEAST_WIDTH = 0.5;
    private static final double LEAST_HEIGHT = 0.8;
    private static final Sight NOBODY = new Sight(0, 0, 3, LEAST_WIDTH, LEAST_HEIGHT);

    private Optional<Sight> sight = Optional.empty();
    private long lastMicros;

    /** The middle of what is to be seen and its half sides: along the floor, whichever way the camera looks, and upwards. */
    private record Sight(double x, double y, double z, double halfWidth, double halfHeight) {
        Sight towards(Sight other, double share) {
            return new Sight(x + share * (other.x - x), y + share * (other.y - y), z + share * (other.z - z),
                    halfWidth + share * (other.halfWidth - halfWidth),
                    halfHeight + share * (other.halfHeight - halfHeight));
        }

        double distance(double aspect) {
            double slope = Math.tan(FIELD_OF_VIEW / 2);
            return halfWidth + MARGIN * Math.max(halfHeight / slope, halfWidth / (slope * aspect));
        }
    }

    /**
     * The camera for a moment.
     *
     * @param points of the people, camera frame, metres; empty when nobody is there
     * @param aspect width of the picture by its height
     */
    OrbitCamera at(List<Vector3> points, long ptsMicros, double aspect) {
        if (!points.isEmpty()) {
            Sight wanted = around(points);
            double seconds = Math.abs(ptsMicros - lastMicros) * 1e-6;
            double share = 1 - Math.exp(-seconds / SOFTNESS_SECONDS);
            sight = Optional.of(sight.map(before -> before.towards(wanted, share)).orElse(wanted));
        }
        lastMicros = ptsMicros;
        Sight seen = sight.orElse(NOBODY);
        double azimuth = SWING * Math.sin(2 * Math.PI * ptsMicros * 1e-6 / SWING_SECONDS);
        return new OrbitCamera(azimuth, ELEVATION, seen.distance(aspect),
                new Vector3((float) seen.x, (float) seen.y, (float) seen.z), FIELD_OF_VIEW);
    }

    private static Sight around(List<Vector3> points) {
        DoubleSummaryStatistics x = points.stream().mapToDouble(Vector3::x).summaryStatistics();
        DoubleSummaryStatistics y = points.stream().mapToDouble(Vector3::y).summaryStatistics();
        DoubleSummaryStatistics z = points.stream().mapToDouble(Vector3::z).summaryStatistics();
        double halfWidth = Math.hypot(x.getMax() - x.getMin(), z.getMax() - z.getMin()) / 2;
        return new Sight((x.getMin() + x.getMax()) / 2, (y.getMin() + y.getMax()) / 2, (z.getMin() + z.getMax()) / 2,
                Math.max(LEAST_WIDTH, halfWidth), Math.max(LEAST_HEIGHT, (y.getMax() - y.getMin()) / 2));
    }
}
