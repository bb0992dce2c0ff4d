package org.posescope.app.scene3d.posed;

import org.posescope.pose.Skeleton.Side;

/**
 * Where a joint was: points at even times over the trail's duration, the oldest first. A joint that is known for a shorter
 * time begins with its oldest point repeated.
 */
public final class Trail {
    public static final int POINTS = 40;

    private final Side side;
    private final float[] points;

    /**
     * @param side   of the body
     * @param points x, y, z of each of {@link #POINTS}, metres, world coordinates; not changed any more
     */
    Trail(Side side, float[] points) {
        this.side = side;
        this.points = points;
    }

    Side side() {
        return side;
    }

    public float[] points() {
        return points;
    }
}
