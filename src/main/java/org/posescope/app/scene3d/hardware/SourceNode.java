package org.posescope.app.scene3d.hardware;

import java.util.List;
import java.util.Optional;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.Shape3D;
import org.fxyz3d.scene.Axes;
import org.posescope.app.scene3d.posed.SourceView;

import org.posescope.draw.scene.OrbitCamera;
import org.posescope.pose.Vector3;

/** The source camera: its axes (red x right, green y down, blue z forward) and its pyramid of sight. */
final class SourceNode {
    private static final double DEPTH = 0.5;
    private static final float LINE_PIXELS = 1.6f;
    /** Arms of the axes, metres; {@link Axes} makes them 60 units long. */
    private static final double ARM = 0.25;

    private final Tubes tubes = new Tubes(SourceView.LINES, 2);
    private final PhongMaterial material = new PhongMaterial(Color.WHITE);
    private final Axes axes = new Axes(ARM / 60);
    private final Group group = new Group();
    private Optional<SourceView> source = Optional.empty();

    SourceNode() {
        for (int line = 0; line < SourceView.LINES; line++) {
            tubes.color(line, 0, Textures.u(1), Textures.v(0, 1));
            tubes.color(line, 1, Textures.u(1), Textures.v(0, 1));
        }
        tubes.commitColors();
        MeshView pyramid = new MeshView(tubes.mesh());
        pyramid.setMaterial(material);
        axes.setRadius(1.2);
        group.getChildren().addAll(axes, pyramid);
    }

    Group node() {
        return group;
    }

    void dress(SceneColors look) {
        material.setDiffuseMap(Textures.fades(List.of(look.source())));
        List<Color> colors = List.of(look.xAxis(), look.yAxis(), look.zAxis());
        for (int i = 0; i < colors.size(); i++) {
            ((Shape3D) axes.getChildren().get(i)).setMaterial(new PhongMaterial(opaque(colors.get(i))));
        }
    }

    private static Color opaque(Color color) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue());
    }

    void show(SourceView view) {
        source = Optional.of(view);
    }

    /** @param height of the view, pixels */
    void update(OrbitCamera orbit, double height) {
        source.ifPresent(view -> {
            double perPixel = 2 * Math.tan(orbit.fieldOfView() / 2) / Math.max(1, height);
            Vector3 eye = orbit.position();
            float[][] lines = view.lines(DEPTH);
            for (int i = 0; i < lines.length; i++) {
                tubes.line(i, lines[i], new float[] {radius(lines[i], 0, eye, perPixel),
                    radius(lines[i], 3, eye, perPixel)});
            }
            tubes.commitPoints();
        });
    }

    private static float radius(float[] line, int at, Vector3 eye, double perPixel) {
        double away = Math.hypot(Math.hypot(line[at] - eye.x(), line[at + 1] - eye.y()), line[at + 2] - eye.z());
        return (float) (LINE_PIXELS / 2 * perPixel * away);
    }
}
