package org.posescope.app.scene3d;

import org.posescope.draw.mesh.ShadowMap;
import org.posescope.pose.Vector3;

/**
 * The soft shadow of all people on the floor.
 *
 * @param middle   of the shadowed square, world coordinates
 * @param darkness 0..1 for each cell of a {@link ShadowMap}; never changed
 */
record Shadow(Vector3 middle, float[] darkness) {
    /** From the middle to the border, metres. */
    static final double REACH = ShadowMap.SIDE * ShadowMap.CELL / 2;
}
