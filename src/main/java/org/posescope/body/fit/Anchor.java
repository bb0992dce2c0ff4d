package org.posescope.body.fit;

import org.posescope.body.math.Vec3;

/**
 * A point of the body that is held.
 *
 * @param point its position among the points of the body
 * @param place where, camera frame, metres
 */
record Anchor(int point, Vec3 place) {}
