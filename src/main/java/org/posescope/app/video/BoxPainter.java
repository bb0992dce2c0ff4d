package org.posescope.app.video;

import org.posescope.draw.Palette;
import org.posescope.pose.Box;
import org.posescope.pose.Person;

import javafx.scene.canvas.GraphicsContext;

/** Boxes with round corners in the colour of each person. */
final class BoxPainter implements LayerPainter {
    private static final double WIDTH = 1.75;
    private static final double HALO = 1.5;
    private static final double CORNER = 10;

    @Override
    public void paint(GraphicsContext graphics, OverlayScene scene) {
        for (Person person : scene.people()) {
            double opacity = scene.opacity(person);
            double width = WIDTH * scene.emphasis(person);
            outline(graphics, scene.fit(), person.box(), width + 2 * HALO, Palette.HALO, 0.35 * opacity);
            outline(graphics, scene.fit(), person.box(), width, Palette.person(person.id()), opacity);
        }
    }

    private static void outline(GraphicsContext graphics, PictureFit fit, Box box, double width, int color,
            double opacity) {
        graphics.setLineWidth(width);
        graphics.setStroke(Paints.of(color, opacity));
        graphics.strokeRoundRect(fit.screenX(box.x()), fit.screenY(box.y()), fit.scale() * box.width(),
                fit.scale() * box.height(), CORNER, CORNER);
    }
}
