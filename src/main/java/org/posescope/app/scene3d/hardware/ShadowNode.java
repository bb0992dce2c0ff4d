package org.posescope.app.scene3d.hardware;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;

import org.posescope.app.scene3d.posed.Shadow;
import org.posescope.draw.mesh.ShadowMap;

/** The shadow of people on the floor, which tells where they stand and whether they touch it. */
final class ShadowNode {
    /** Just above the lines of the floor, which it darkens too. */
    private static final double ABOVE_FLOOR = 0.007;
    private static final int SIDE = ShadowMap.SIDE;

    private final WritableImage image = new WritableImage(SIDE, SIDE);
    private final int[] pixels = new int[SIDE * SIDE];
    private final MeshView view = new MeshView(Quad.horizontal());

    ShadowNode() {
        PhongMaterial material = new PhongMaterial(Color.WHITE);
        material.setDiffuseMap(image);
        view.setMaterial(material);
        // From below nothing hides the people.
        view.setCullFace(CullFace.BACK);
        view.setScaleX(Shadow.REACH);
        view.setScaleZ(Shadow.REACH);
    }

    MeshView node() {
        return view;
    }

    void show(Shadow shadow, SceneColors look) {
        Color color = look.shadow();
        int rgb = (int) (255 * color.getRed()) << 16 | (int) (255 * color.getGreen()) << 8
                | (int) (255 * color.getBlue());
        float strongest = (float) (255 * color.getOpacity());
        float[] darkness = shadow.darkness();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (int) (strongest * darkness[i]) << 24 | rgb;
        }
        image.getPixelWriter().setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbInstance(), pixels, 0, SIDE);
        view.setTranslateX(shadow.middle().x());
        view.setTranslateY(shadow.middle().y() - ABOVE_FLOOR);
        view.setTranslateZ(shadow.middle().z());
    }
}
