package org.posescope.record.motion;

import org.posescope.body.math.Rotation;

/** Rotations between two others. */
final class Slerp {
    /** Cosine of half an angle so small that a chord is the arc to within rounding. */
    private static final double CHORD = 1 - 1e-9;

    private Slerp() {}

    /**
     * Spherical linear interpolation of unit quaternions along the shorter arc (Shoemake 1985, "Animating rotation with
     * quaternion curves").
     *
     * @param share 0 gives {@code from}, 1 gives {@code to}
     */
    static Rotation between(Rotation from, Rotation to, double share) {
        double dot = from.w() * to.w() + from.x() * to.x() + from.y() * to.y() + from.z() * to.z();
        double sign = dot < 0 ? -1 : 1;
        double cosine = Math.min(1, sign * dot);
        double a = 1 - share;
        double b = share;
        if (cosine < CHORD) {
            double angle = Math.acos(cosine);
            a = Math.sin(a * angle) / Math.sin(angle);
            b = Math.sin(b * angle) / Math.sin(angle);
        }
        return unit(mix(from.w(), a, sign * to.w(), b), mix(from.x(), a, sign * to.x(), b),
                mix(from.y(), a, sign * to.y(), b), mix(from.z(), a, sign * to.z(), b));
    }

    private static double mix(double from, double a, double to, double b) {
        return a * from + b * to;
    }

    /** The rotation of a quaternion of any length but 0. */
    static Rotation unit(double w, double x, double y, double z) {
        double length = Math.sqrt(w * w + x * x + y * y + z * z);
        return new Rotation(w / length, x / length, y / length, z / length);
    }
}
