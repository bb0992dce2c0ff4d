package org.posescope.record.motion;

import org.posescope.body.math.Rotation;

/**
 * A rotation as turns about z, then the turned x, then the turned y: {@code R = Rz Rx Ry}, the usual order of BVH files.
 *
 * @param z degrees, -180..180
 * @param x degrees, -90..90
 * @param y degrees, -180..180
 */
record EulerZxy(double z, double x, double y) {
    /** Beyond this sine of x the axes of z and y are parallel as far as single precision can tell. */
    private static final double LOCKED = 1 - 1e-9;

    static EulerZxy of(Rotation rotation) {
        double[] m = rotation.matrix();
        // Not the arc sine, which loses half of the digits near a right angle.
        double x = Math.toDegrees(Math.atan2(m[7], Math.hypot(m[1], m[4])));
        if (Math.abs(m[7]) > LOCKED) {
            return new EulerZxy(Math.toDegrees(Math.atan2(m[3], m[0])), x, 0);
        }
        return new EulerZxy(Math.toDegrees(Math.atan2(-m[1], m[4])), x, Math.toDegrees(Math.atan2(-m[6], m[8])));
    }
}
