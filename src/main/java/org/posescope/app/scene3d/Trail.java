package org.posescope.app.scene3d;

import org.posescope.pose.Skeleton.Side;

/**
 * Where a joint was: points at even times over the trail's duration, the oldest first. A joint that is known for a shorter
 * time begins with its oldest point repeated.
 *
 * @param side   of the body, which gives the shade
 * @param points x, y, z of each of {@link #POINTS}, metres, world coordinates
 */
record Trail(Side side, float[] points) {
    static final int POINTS = 40;
}
