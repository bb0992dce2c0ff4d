package org.posescope.app.scene3d;

import java.util.List;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;

import org.posescope.draw.mesh.OrbitCamera;
import org.posescope.pose.Vector3;

/**
 * The floor: a soft disc and a line each metre, about a pixel wide wherever they are, fading with the distance from what is
 * looked at. The lines through the foot of the source camera are coloured as the axes.
 */
final class FloorNode {
    private static final int RADIUS = 7;
    private static final int LINES = 2 * RADIUS;
    private static final int RINGS = 15;
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
    private final float[] line = new float[3 * RINGS];
    private final float[] radii = new float[RINGS];

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

    void dress(Look look) {
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
        double perPixel = 2 * Math.tan(orbit.fieldOfView() / 2) / Math.max(1, height);
        Vector3 eye = orbit.position();
        int firstX = (int) Math.floor(middle.x()) - RADIUS + 1;
        int firstZ = (int) Math.floor(middle.z()) - RADIUS + 1;
        float y = (float) (floor - ABOVE_GROUND);
        for (int i = 0; i < LINES; i++) {
            int x = firstX + i;
            place(i, x - middle.x(), middle.z(), x == 0 ? 2 : 0);
            for (int ring = 0; ring < RINGS; ring++) {
                line[3 * ring + 2] = line[3 * ring];
                line[3 * ring] = x;
            }
            finish(i, y, eye, perPixel, x == 0);
            int z = firstZ + i;
            place(LINES + i, z - middle.z(), middle.x(), z == 0 ? 1 : 0);
            for (int ring = 0; ring < RINGS; ring++) {
                line[3 * ring + 2] = z;
            }
            finish(LINES + i, y, eye, perPixel, z == 0);
        }
        tubes.commitPoints();
        tubes.commitColors();
    }

    /** Puts the chord of the disc at an offset from its middle into the x of the rings, and its fading into the colours. */
    private void place(int number, double offset, double middle, int band) {
        double half = Math.sqrt(Math.max(0, RADIUS * RADIUS - offset * offset));
        for (int ring = 0; ring < RINGS; ring++) {
            double along = half * (2.0 * ring / (RINGS - 1) - 1);
            double share = (offset * offset + along * along) / (RADIUS * RADIUS);
            line[3 * ring] = (float) (middle + along);
            tubes.color(number, ring, Textures.u((1 - share) * (1 - share)), Textures.v(band, BANDS));
        }
    }

    private void finish(int number, float y, Vector3 eye, double perPixel, boolean axis) {
        for (int ring = 0; ring < RINGS; ring++) {
            line[3 * ring + 1] = y;
            double away = Math.hypot(Math.hypot(line[3 * ring] - eye.x(), y - eye.y()), line[3 * ring + 2] - eye.z());
            radii[ring] = (float) ((axis ? AXIS_PIXELS : LINE_PIXELS) / 2 * perPixel * away);
        }
        tubes.line(number, line, radii);
    }
}
