package org.posescope.draw;

import java.util.List;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

/**
 * Names of the keypoints beside them, on the outer side of the body; those of the face, the hands and the feet, and of small
 * people, are left out.
 */
final class LabelLayer implements OverlayLayer {
    /** A person needs this many lines of text in height; in a smaller one the names would hide the body. */
    private static final double LEAST_LINES = 24;
    private static final int PLATE = Argb.fade(Palette.HALO, 0.6);

    private final FontCache fonts;

    LabelLayer(FontCache fonts) {
        this.fonts = fonts;
    }

    @Override
    public void draw(Canvas canvas, List<Person> people, HudFigures figures) {
        Font font = fonts.at(0.72 * Sizes.text(canvas));
        for (Person person : people) {
            if (person.box().height() < LEAST_LINES * font.size()) {
                continue;
            }
            Keypoints keypoints = person.ownKeypoints();
            for (int i = 0; i < keypoints.points().size(); i++) {
                if (PointKind.of(keypoints.skeleton().names().get(i)) == PointKind.MAIN) {
                    label(canvas, font, person, i);
                }
            }
        }
    }

    private static void label(Canvas canvas, Font font, Person person, int index) {
        Skeleton skeleton = person.ownKeypoints().skeleton();
        Keypoint point = person.ownKeypoints().points().get(index);
        double opacity = Confidence.opacity(point.score());
        if (opacity == 0) {
            return;
        }
        String name = skeleton.names().get(index).replace('_', ' ');
        double padding = 0.4 * font.size();
        double width = font.width(name) + 2 * padding;
        double height = Math.rint(1.45 * font.size());
        double distance = 1.6 * Sizes.limb(canvas, person.box());
        boolean onLeft = point.x() < person.box().centerX();
        double beside = onLeft ? point.x() - distance - width : point.x() + distance;
        double x = Math.clamp(beside, 0, Math.max(0, canvas.width() - width));
        double y = Math.rint(point.y() - height / 2);
        canvas.fillRectangle(x, y, width, height, 0.3 * font.size(), Argb.fade(PLATE, opacity));
        font.draw(canvas, name, x + padding, y + (height + font.capHeight()) / 2, Argb.fade(Argb.WHITE, opacity));
    }
}
