package org.posescope.app.scene3d.hardware;

import java.util.List;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;

import org.posescope.draw.scene.OrbitCamera;
import org.posescope.pose.Vector3;

/**
 * The floor: a soft disc and a line each metre, about a pixel wide wherever they are, fading with the distance from what is
 * looked at. The lines through the foot of the source camera are coloured as the axes.
 */
final class FloorNode {
    private static final int RADIUS = 7;
    private static final int LINES = 2 * RADIUS;
    private static final int RINGS = 15;
    private static final int LINE_BAND = 0;
    private static final int X_BAND = 1;
    private static final int Z_BAND = 2;
    private static final int BANDS = 3;
    private static final float LINE_PIXELS = 1.3f;
    private static final float AXIS_PIXELS = 2;
    /** Keeps lines from flickering with the disc below them. */
    private static final double ABOVE_GROUND = 0.004;

    private final Tubes tubes = new Tubes(2 * LINES, RINGS);
    private final PhongMaterial lineMaterial = new PhongMaterial(Color.WHITE);
    private final PhongMaterial groundMaterial = new PhongMaterial(Color.WHITE);
    private final MeshView ground = new MeshView(Quad.horizontal());
    private final Group group = new Group();
    /** Of the line that is being placed. */
    private final float[] along = new float[RINGS];
    private final float[] points = new float[3 * RINGS];
    private final float[] radii = new float[RINGS];
    private Vector3 eye = new Vector3(0, 0, 0);
    private double metresPerPixel;

    FloorNode() {
        MeshView lines = new MeshView(tubes.mesh());
        lines.setMaterial(lineMaterial);
        ground.setMaterial(groundMaterial);
        // From below nothing hides the people.
        ground.setCullFace(CullFace.BACK);
        ground.setScaleX(RADIUS);
        ground.setScaleZ(RADIUS);
        group.getChildren().addAll(ground, lines);
    }

    Group node() {
        return group;
    }

    void dress(SceneColors look) {
        lineMaterial.setDiffuseMap(Textures.fades(List.of(look.line(), look.xAxis(), look.zAxis())));
        groundMaterial.setDiffuseMap(Textures.disc(look.ground(), r -> (1 - r * r) * (1 - r * r)));
    }

    /**
     * @param floor  y, metres
     * @param height of the view, pixels
     */
    void update(OrbitCamera orbit, double floor, double height) {
        Vector3 middle = orbit.target();
        ground.setTranslateX(middle.x());
        ground.setTranslateY(floor);
        ground.setTranslateZ(middle.z());
        eye = orbit.position();
        metresPerPixel = 2 * Math.tan(orbit.fieldOfView() / 2) / Math.max(1, height);
        float y = (float) (floor - ABOVE_GROUND);
        int firstX = (int) Math.floor(middle.x()) - RADIUS + 1;
        int firstZ = (int) Math.floor(middle.z()) - RADIUS + 1;
        for (int i = 0; i < LINES; i++) {
            forward(i, firstX + i, y, middle);
            across(LINES + i, firstZ + i, y, middle);
        }
        tubes.commitPoints();
        tubes.commitColors();
    }

    private void forward(int line, int x, float y, Vector3 middle) {
        chord(line, x - middle.x(), x == 0 ? Z_BAND : LINE_BAND);
        for (int ring = 0; ring < RINGS; ring++) {
            place(ring, x, y, middle.z() + along[ring], x == 0 ? AXIS_PIXELS : LINE_PIXELS);
        }
        tubes.line(line, points, radii);
    }

    private void across(int line, int z, float y, Vector3 middle) {
        chord(line, z - middle.z(), z == 0 ? X_BAND : LINE_BAND);
        for (int ring = 0; ring < RINGS; ring++) {
            place(ring, middle.x() + along[ring], y, z, z == 0 ? AXIS_PIXELS : LINE_PIXELS);
        }
        tubes.line(line, points, radii);
    }

    /** Spreads the rings over the chord of the disc at a distance from its middle, and fades them towards its border. */
    private void chord(int line, double offset, int band) {
        double half = Math.sqrt(Math.max(0, RADIUS * RADIUS - offset * offset));
        for (int ring = 0; ring < RINGS; ring++) {
            along[ring] = (float) (half * (2.0 * ring / (RINGS - 1) - 1));
            double share = (offset * offset + along[ring] * along[ring]) / (RADIUS * RADIUS);
            tubes.color(line, ring, Textures.u((1 - share) * (1 - share)), Textures.v(band, BANDS));
        }
    }

    private void place(int ring, float x, float y, float z, float pixels) {
        points[3 * ring] = x;
        points[3 * ring + 1] = y;
        points[3 * ring + 2] = z;
        double away = Math.hypot(Math.hypot(x - eye.x(), y - eye.y()), z - eye.z());
        radii[ring] = (float) (pixels / 2 * metresPerPixel * away);
    }
}
