package org.posescope.draw;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

/**
 * Names of the keypoints beside them, on the outer side of the body; those of the face, the hands and the feet, and of small
 * people, are left out. Names that would cover another stand below it.
 */
final class LabelLayer implements FlatLayer {
    /** A person needs this many lines of text in height; in a smaller one the names would hide the body. */
    private static final double LEAST_LINES = 24;
    private static final int PLATE = Argb.fade(Palette.HALO, 0.6);

    private final FontCache fonts;

    LabelLayer(FontCache fonts) {
        this.fonts = fonts;
    }

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        Font font = fonts.at(scene.sizes().label());
        TakenPlaces taken = new TakenPlaces();
        for (Person person : scene.people()) {
            if (scene.fit().scale() * person.box().height() >= LEAST_LINES * font.size()) {
                labels(brush, scene, person, font, taken);
            }
        }
    }

    private static void labels(Brush brush, OverlayScene scene, Person person, Font font,
            TakenPlaces taken) {
        Skeleton skeleton = person.ownKeypoints().skeleton();
        double away = 1.6 * scene.limb(person);
        for (int i = 0; i < skeleton.size(); i++) {
            Keypoint point = person.ownKeypoints().points().get(i);
            double opacity = Confidence.opacity(point.score()) * scene.opacity(person);
            if (opacity > 0 && PointKind.of(skeleton.names().get(i)) == PointKind.MAIN) {
                double x = scene.fit().screenX(point.x());
                double y = scene.fit().screenY(point.y());
                boolean onLeft = x < scene.fit().screenX(person.box().centerX());
                label(brush, font, taken, JointLabels.spoken(skeleton.names().get(i)), onLeft ? x - away : x + away, y,
                        onLeft,
                        opacity);
            }
        }
    }

    /** Draws a label that ends at {@code x}, or starts there. */
    private static void label(Brush brush, Font font, TakenPlaces taken, String name, double x, double middle,
            boolean ends,
            double opacity) {
        double padding = 0.4 * font.size();
        double width = font.width(name) + 2 * padding;
        double height = Math.rint(1.45 * font.size());
        double left = Math.clamp(ends ? x - width : x, 0, Math.max(0, brush.width() - width));
        double top = taken.place(left, Math.rint(middle - height / 2), width, height);
        brush.fillRectangle(left, top, width, height, 0.3 * font.size(), Argb.fade(PLATE, opacity));
        brush.text(font, name, left + padding, top + (height + font.capHeight()) / 2,
                Argb.fade(Argb.WHITE, opacity));
    }
}
