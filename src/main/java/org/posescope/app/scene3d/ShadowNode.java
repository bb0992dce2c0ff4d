package org.posescope.app.scene3d;

import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;

import org.posescope.pose.Vector3;

/** A soft shadow on the floor below a person, which tells where they stand and whether they touch the floor. */
final class ShadowNode {
    private static final double ABOVE_GROUND = 0.002;
    private static final double MARGIN = 0.16;
    /** Height at which a person has no shadow any more, metres. */
    private static final double HIGH = 1.2;

    private final PhongMaterial material = new PhongMaterial(Color.WHITE);
    private final MeshView view = new MeshView(Quad.horizontal());

    ShadowNode() {
        view.setMaterial(material);
        view.setCullFace(CullFace.BACK);
    }

    MeshView node() {
        return view;
    }

    void dress(Look look) {
        material.setDiffuseMap(Textures.disc(look.shadow(), r -> (1 - r * r) * (1 - r * r)));
    }

    void show(Extent extent, double floor) {
        Vector3 center = extent.center();
        view.setTranslateX(center.x());
        view.setTranslateY(floor - ABOVE_GROUND);
        view.setTranslateZ(center.z());
        view.setScaleX((extent.max().x() - extent.min().x()) / 2 + MARGIN);
        view.setScaleZ((extent.max().z() - extent.min().z()) / 2 + MARGIN);
        double height = Math.clamp((floor - extent.lowest()) / HIGH, 0, 1);
        material.setDiffuseColor(Color.gray(1, 1 - height));
    }
}
