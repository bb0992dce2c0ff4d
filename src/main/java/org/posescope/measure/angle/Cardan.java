package org.posescope.measure.angle;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * A rotation as turns about a first axis that stays with the proximal segment, a floating second and a third of the distal segment, all
 * by the right-hand rule (Grood and Suntay 1983, "A joint coordinate system for the clinical description of three-dimensional motions").
 *
 * @param first  degrees, -180..180
 * @param second degrees, -90..90
 * @param third  degrees, -180..180; 0 where the second is a right angle, which leaves only a sum of first and third
 */
record Cardan(double first, double second, double third) {
    private static final double LOCKED = 1e-6;

    /** The turns of a rotation about three axes at right angles to each other, of either handedness. */
    static Cardan of(Rotation rotation, Axes axes) {
        double hand = Math.signum(axes.first().cross(axes.second()).dot(axes.third()));
        Vec3 last = rotation.apply(axes.third());
        double across = Math.hypot(last.dot(axes.second()), last.dot(axes.third()));
        double second = Math.toDegrees(Math.atan2(hand * last.dot(axes.first()), across));
        if (across < LOCKED) {
            Vec3 floating = rotation.apply(axes.second());
            return new Cardan(
                    Math.toDegrees(Math.atan2(hand * floating.dot(axes.third()), floating.dot(axes.second()))),
                    second, 0);
        }
        Vec3 back = rotation.inverse().apply(axes.first());
        return new Cardan(Math.toDegrees(Math.atan2(-hand * last.dot(axes.second()), last.dot(axes.third()))), second,
                Math.toDegrees(Math.atan2(-hand * back.dot(axes.second()), back.dot(axes.first()))));
    }

    /** Unit vectors at right angles, in the order of the turns. */
    record Axes(Vec3 first, Vec3 second, Vec3 third) {}
}
