package org.posescope.draw;

import java.util.List;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Box;
import org.posescope.pose.Person;

/** Boxes with round corners in the colour of each person. */
final class BoxLayer implements OverlayLayer {
    private static final double HALO_OPACITY = 0.4;

    @Override
    public void draw(Canvas canvas, List<Person> people, HudFigures figures) {
        double thickness = Sizes.outline(canvas);
        double radius = 4 * thickness;
        for (Person person : people) {
            Box box = person.box();
            canvas.strokeRectangle(box.x(), box.y(), box.width(), box.height(), radius, thickness * 1.9,
                    Argb.fade(Palette.HALO, HALO_OPACITY));
            canvas.strokeRectangle(box.x(), box.y(), box.width(), box.height(), radius, thickness,
                    Palette.person(person.id()));
        }
    }
}
