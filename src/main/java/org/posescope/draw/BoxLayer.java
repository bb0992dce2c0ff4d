package org.posescope.draw;

import org.posescope.draw.raster.Argb;
import org.posescope.pose.Box;
import org.posescope.pose.Person;

/** Boxes with round corners in the colour of each person. */
final class BoxLayer implements FlatLayer {
    private static final double HALO_OPACITY = 0.4;
    /** Thickness of the halo, relative to the line's. */
    private static final double HALO_WIDTH = 1.9;

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        for (Person person : scene.people()) {
            double opacity = scene.opacity(person);
            double thickness = scene.sizes().outline() * scene.emphasis(person);
            outline(brush, scene, person.box(), thickness * HALO_WIDTH,
                    Argb.fade(Palette.HALO, HALO_OPACITY * opacity));
            outline(brush, scene, person.box(), thickness, Argb.fade(Palette.person(person.id()), opacity));
        }
    }

    private static void outline(Brush brush, OverlayScene scene, Box box, double thickness, int color) {
        PictureFit fit = scene.fit();
        brush.strokeRectangle(fit.screenLeft(box), fit.screenY(box.y()), fit.scale() * box.width(),
                fit.scale() * box.height(), 4 * scene.sizes().outline(), thickness, color);
    }
}
