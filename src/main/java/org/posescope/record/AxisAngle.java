package org.posescope.record;

import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;

/** Rotations as files hold them: the axis times the angle in radians. */
public final class AxisAngle {
    /** Below it the angle is twice the length of the vector part to within a float's precision. */
    private static final double SMALL = 1e-6;

    private AxisAngle() {}

    /**
     * The shortest rotation that a quaternion stands for, its angle within 0..pi. At pi both axes are right; it is the one
     * that the quaternion holds.
     */
    public static Vector3 of(Quaternion rotation) {
        double sign = rotation.w() < 0 ? -1 : 1;
        double sine = Math.sqrt((double) rotation.x() * rotation.x() + (double) rotation.y() * rotation.y()
                + (double) rotation.z() * rotation.z());
        double cosine = sign * rotation.w();
        double factor = sine < SMALL * cosine ? 2 / cosine : 2 * Math.atan2(sine, cosine) / sine;
        return new Vector3((float) (sign * factor * rotation.x()), (float) (sign * factor * rotation.y()),
                (float) (sign * factor * rotation.z()));
    }
}
