package org.posescope.draw.avatar;

import org.posescope.body.math.Vec3;
import org.posescope.pose.Skeleton;

/**
 * The joints of a person's body before posing, y up.
 *
 * @param joints x, y, z of each, metres
 * @param soles  y of the lowest point of the body
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Rest(Skeleton skeleton, float[] joints, double soles) {
    Vec3 at(String joint) {
        int at = 3 * skeleton.index(joint);
        return new Vec3(joints[at], joints[at + 1], joints[at + 2]);
    }

    /** The middle between the joints of the hips. */
    Vec3 hips() {
        return at("left_hip").lerp(at("right_hip"), 0.5);
    }

    double legHeight() {
        return hips().y() - soles;
    }
}
