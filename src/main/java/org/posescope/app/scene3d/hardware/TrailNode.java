package org.posescope.app.scene3d.hardware;

import java.util.List;

import org.posescope.app.scene3d.posed.Trail;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.MeshView;

/** The trails of one person as lines that grow thinner and fainter with age. */
final class TrailNode {
    private static final int MOST = 5;
    private static final float RADIUS = 0.006f;
    private static final double STRONGEST = 0.6;

    private final Tubes tubes = new Tubes(MOST, Trail.POINTS);
    private final PhongMaterial material = new PhongMaterial(Color.WHITE);
    private final MeshView view = new MeshView(tubes.mesh());
    private final float[] radii = new float[Trail.POINTS];
    private final float[] nowhere = new float[3 * Trail.POINTS];

    TrailNode() {
        view.setMaterial(material);
        for (int ring = 0; ring < Trail.POINTS; ring++) {
            double youth = ring / (Trail.POINTS - 1.0);
            radii[ring] = (float) (RADIUS * (0.1 + 0.9 * youth));
            for (int line = 0; line < MOST; line++) {
                tubes.color(line, ring, Textures.u(STRONGEST * youth), Textures.v(0, 1));
            }
        }
        tubes.commitColors();
    }

    MeshView node() {
        return view;
    }

    void dress(Image fade) {
        material.setDiffuseMap(fade);
    }

    void show(List<Trail> trails) {
        for (int line = 0; line < MOST; line++) {
            tubes.line(line, line < trails.size() ? trails.get(line).points() : nowhere, radii);
        }
        tubes.commitPoints();
    }
}
