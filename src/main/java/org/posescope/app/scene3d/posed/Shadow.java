package org.posescope.app.scene3d.posed;

import org.posescope.draw.mesh.ShadowMap;
import org.posescope.pose.Vector3;

/** The soft shadow of all people on the floor. */
public final class Shadow {
    /** From the middle to the border, metres. */
    public static final double REACH = ShadowMap.SIDE * ShadowMap.CELL / 2;

    private final Vector3 middle;
    private final float[] darkness;

    /**
     * @param middle   of the shadowed square, world coordinates
     * @param darkness 0..1 for each cell of a {@link ShadowMap}; not changed any more
     */
    Shadow(Vector3 middle, float[] darkness) {
        this.middle = middle;
        this.darkness = darkness;
    }

    public Vector3 middle() {
        return middle;
    }

    public float[] darkness() {
        return darkness;
    }
}
