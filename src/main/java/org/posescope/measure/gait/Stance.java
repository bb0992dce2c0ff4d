package org.posescope.measure.gait;

import org.posescope.body.math.Vec3;

/**
 * A foot that stands, from contact to lift-off.
 *
 * @param left  whether it is the left one
 * @param from  first frame
 * @param to    last frame
 * @param place where it stands: the mean of its ankle, metres, y up
 */
public record Stance(boolean left, int from, int to, Vec3 place) {}
