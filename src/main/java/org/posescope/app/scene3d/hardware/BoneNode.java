package org.posescope.app.scene3d.hardware;

import javafx.scene.paint.Material;
import javafx.scene.shape.Mesh;
import javafx.scene.shape.MeshView;
import javafx.scene.transform.Affine;

/** One bone: a shape along y that is turned and stretched from one joint to another. */
final class BoneNode {
    private final MeshView view;
    private final Affine place = new Affine();

    BoneNode(Mesh shape, Material material) {
        view = new MeshView(shape);
        view.setMaterial(material);
        view.getTransforms().add(place);
    }

    MeshView node() {
        return view;
    }

    /** Along (dx, dy, dz) from (x, y, z), metres; hidden when it has no length. */
    void place(double x, double y, double z, double dx, double dy, double dz) {
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        view.setVisible(length > 0);
        if (length == 0) {
            return;
        }
        // The axes across: u level, or along x for a bone that is upright; w = u x direction.
        double level = Math.hypot(dx, dz);
        boolean upright = level < 1e-6 * length;
        double ux = upright ? 1 : dz / level;
        double uz = upright ? 0 : -dx / level;
        double wx = -uz * dy / length;
        double wy = (uz * dx - ux * dz) / length;
        double wz = ux * dy / length;
        place.setToTransform(ux, dx, wx, x, 0, dy, wy, y, uz, dz, wz, z);
    }
}
