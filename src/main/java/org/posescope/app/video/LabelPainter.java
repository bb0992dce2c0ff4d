package org.posescope.app.video;

import org.posescope.draw.Confidence;
import org.posescope.draw.Palette;
import org.posescope.draw.PointKind;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Names of the main keypoints beside them, on the side away from their twins; not of people too small for that. */
final class LabelPainter implements LayerPainter {
    private static final double LEAST_HEIGHT = 260;
    private static final double DISTANCE = 10;
    private static final double PLATE_OPACITY = 0.62;

    private final TextPlate plate;

    LabelPainter(Font font) {
        plate = new TextPlate(font);
    }

    @Override
    public void paint(GraphicsContext graphics, OverlayScene scene) {
        for (Person person : scene.people()) {
            if (scene.fit().scale() * person.box().height() >= LEAST_HEIGHT) {
                labels(graphics, scene, person);
            }
        }
    }

    private void labels(GraphicsContext graphics, OverlayScene scene, Person person) {
        Skeleton skeleton = person.ownKeypoints().skeleton();
        for (int i = 0; i < skeleton.size(); i++) {
            Keypoint point = person.ownKeypoints().points().get(i);
            double opacity = scene.opacity(person) * Confidence.opacity(point.score());
            if (opacity > 0 && PointKind.of(skeleton.names().get(i)) == PointKind.MAIN) {
                String name = JointLabels.spoken(skeleton.names().get(i));
                Keypoint twin = person.ownKeypoints().points().get(skeleton.mirror(i));
                double x = scene.fit().screenX(point.x());
                double beside = point.x() < twin.x() ? x - DISTANCE - plate.width(name) : x + DISTANCE;
                plate.draw(graphics, name, beside, scene.fit().screenY(point.y()) - plate.height() / 2,
                        Paints.of(Palette.HALO, PLATE_OPACITY * opacity), Color.gray(1, opacity));
            }
        }
    }
}
