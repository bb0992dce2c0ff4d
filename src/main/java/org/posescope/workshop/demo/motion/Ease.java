package org.posescope.workshop.demo.motion;

import org.posescope.body.math.Vec3;

/** Smooth ways from here to there. */
final class Ease {
    private Ease() {}

    /** From 0 to 1 with minimum jerk, as hands move (Flash and Hogan, "The coordination of arm movements", 1985). */
    static double smooth(double share) {
        double u = Math.clamp(share, 0, 1);
        return u * u * u * (10 + u * (6 * u - 15));
    }

    /**
     * The cubic through two values with two slopes.
     *
     * @param share 0 at the first, 1 at the second
     * @param out   slope at the first, for a share of 1
     * @param in    slope at the second
     */
    static double hermite(double from, double out, double to, double in, double share) {
        double u = Math.clamp(share, 0, 1);
        double v = 1 - u;
        return from * v * v * (1 + 2 * u) + out * u * v * v + to * u * u * (1 + 2 * v) - in * u * u * v;
    }

    /** As {@link #hermite(double, double, double, double, double)}, for points. */
    static Vec3 hermite(Vec3 from, Vec3 out, Vec3 to, Vec3 in, double share) {
        return new Vec3(hermite(from.x(), out.x(), to.x(), in.x(), share),
                hermite(from.y(), out.y(), to.y(), in.y(), share), hermite(from.z(), out.z(), to.z(), in.z(), share));
    }
}
