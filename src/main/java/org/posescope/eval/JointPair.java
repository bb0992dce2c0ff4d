package org.posescope.eval;

import org.posescope.body.math.Vec3;

/** Where a joint was found and where it truly is; both metres, relative to the middle of the hips of their own body. */
record JointPair(Vec3 found, Vec3 truth) {
    Vec3 error() {
        return found.minus(truth);
    }
}
