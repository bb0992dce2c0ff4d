package org.posescope.app.video;

import java.util.Locale;

import org.posescope.draw.Palette;
import org.posescope.pose.Person;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/** A plate such as "#1 · 0.98" on the upper left corner of each person's box: identity and score. */
final class IdPainter implements LayerPainter {
    private static final double GAP = 4;

    private final TextPlate plate;

    IdPainter(Font font) {
        plate = new TextPlate(font);
    }

    @Override
    public void paint(GraphicsContext graphics, OverlayScene scene) {
        for (Person person : scene.people()) {
            double opacity = scene.opacity(person);
            int color = Palette.person(person.id());
            double top = scene.fit().screenY(person.box().y());
            double y = top - plate.height() - GAP >= 0 ? top - plate.height() - GAP : top + GAP;
            plate.draw(graphics, text(person), scene.fit().screenX(person.box().x()) - 1, y,
                    Paints.of(color, opacity), Paints.of(Palette.textOn(color), opacity));
        }
    }

    private static String text(Person person) {
        String name = person.id() > 0 ? "#" + person.id() : "person";
        return String.format(Locale.ROOT, "%s · %.2f", name, person.score());
    }
}
