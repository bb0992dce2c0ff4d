package org.posescope.workshop.demo.motion;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * Where a foot is.
 *
 * @param ankle    in the world
 * @param rotation of the foot from its rest pose, in the world's axes
 * @param toes     how far the toes are bent up against the foot
 */
record FootPose(Vec3 ankle, Rotation rotation, double toes) {}
