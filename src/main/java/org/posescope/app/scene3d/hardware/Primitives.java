package org.posescope.app.scene3d.hardware;

import java.util.EnumMap;
import java.util.Map;

import javafx.scene.shape.Mesh;
import org.fxyz3d.geometry.Point3D;
import org.fxyz3d.shapes.primitives.FrustumMesh;
import org.fxyz3d.shapes.primitives.SegmentedSphereMesh;

import org.posescope.draw.PointKind;

/**
 * The shapes that joints and bones are made of, once for all of them. They have their final thickness, because JavaFX lights a
 * shape that is scaled down more faintly.
 *
 * @param joints spheres
 * @param bones  tapered rods from y = 0 to y = 1, to be stretched to their length
 */
record Primitives(Map<PointKind, Mesh> joints, Map<PointKind, Mesh> bones) {
    private static final int SPHERE_DIVISIONS = 24;
    private static final double JOINT_RADIUS = 0.027;
    private static final double BONE_RADIUS = 0.0175;
    private static final double THIN_END = 0.62;

    static Primitives create() {
        Map<PointKind, Mesh> joints = new EnumMap<>(PointKind.class);
        Map<PointKind, Mesh> bones = new EnumMap<>(PointKind.class);
        for (PointKind kind : PointKind.values()) {
            joints.put(kind, new SegmentedSphereMesh(SPHERE_DIVISIONS, 0, 0, JOINT_RADIUS * kind.scale(),
                    new Point3D(0, 0, 0)).getMesh());
            double radius = BONE_RADIUS * kind.scale();
            bones.put(kind, new FrustumMesh(radius, THIN_END * radius, 1, 1, new Point3D(0, 0, 0),
                    new Point3D(0, 1, 0)).getMesh());
        }
        return new Primitives(joints, bones);
    }
}
