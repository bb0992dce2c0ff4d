package org.posescope.app.scene3d;

import javafx.scene.shape.Mesh;
import org.fxyz3d.shapes.primitives.FrustumMesh;
import org.fxyz3d.shapes.primitives.SegmentedSphereMesh;

/**
 * The shapes that joints and bones are made of, once for all of them.
 *
 * @param joint a sphere of radius 1
 * @param bone  from y = 0, where its radius is 1, to y = 1, where it is thinner
 */
record Primitives(Mesh joint, Mesh bone) {
    private static final int SPHERE_DIVISIONS = 20;
    private static final double THIN_END = 0.62;

    static Primitives create() {
        return new Primitives(new SegmentedSphereMesh(SPHERE_DIVISIONS, 0, 0, 1, null).getMesh(),
                new FrustumMesh(1, THIN_END, 1, 1, new org.fxyz3d.geometry.Point3D(0, 0, 0),
                        new org.fxyz3d.geometry.Point3D(0, 1, 0)).getMesh());
    }
}
