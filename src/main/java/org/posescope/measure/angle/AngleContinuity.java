package org.posescope.measure.angle;

import java.util.EnumMap;
import java.util.Map;

/**
 * Makes angles go on without jumps from pose to pose of one person: whole turns are added, and an arm that passes overhead goes on in the
 * plane in which it came. Used by one thread at a time.
 */
public final class AngleContinuity {
    private static final double TURN = 360;

    private final Map<PoseAngle, Double> before = new EnumMap<>(PoseAngle.class);

    /** The angles of the next pose, degrees; those of the first, and after a {@link #restart}, as they are. */
    public Map<PoseAngle, Double> next(Map<PoseAngle, Double> degrees) {
        Map<PoseAngle, Double> next = new EnumMap<>(degrees);
        if (!before.isEmpty()) {
            next.replaceAll((angle, value) -> nearest(value, before.get(angle)));
            arm(degrees, next, PoseAngle.LEFT_SHOULDER_FLEXION, PoseAngle.LEFT_SHOULDER_ABDUCTION);
            arm(degrees, next, PoseAngle.RIGHT_SHOULDER_FLEXION, PoseAngle.RIGHT_SHOULDER_ABDUCTION);
        }
        before.putAll(next);
        return next;
    }

    /** The next pose does not follow the one before. */
    public void restart() {
        before.clear();
    }

    private static double nearest(double value, double wanted) {
        return value + TURN * Math.rint((wanted - value) / TURN);
    }

    /** A swing is the same with any number of turns about the same axis. */
    private void arm(Map<PoseAngle, Double> degrees, Map<PoseAngle, Double> next, PoseAngle flexion,
            PoseAngle abduction) {
        double f = degrees.get(flexion);
        double a = degrees.get(abduction);
        double elevation = Math.hypot(f, a);
        if (elevation > 0) {
            double along = (before.get(flexion) * f + before.get(abduction) * a) / elevation;
            f *= nearest(elevation, along) / elevation;
            a *= nearest(elevation, along) / elevation;
        }
        next.put(flexion, f);
        next.put(abduction, a);
    }
}
