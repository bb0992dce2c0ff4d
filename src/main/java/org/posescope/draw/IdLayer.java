package org.posescope.draw;

import java.util.List;
import java.util.Locale;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;
import org.posescope.pose.Box;
import org.posescope.pose.Person;

/** A plate such as "#1 · 0.98" on the upper left corner of each person's box: identity and score. */
final class IdLayer implements OverlayLayer {
    private final FontCache names;
    private final FontCache scores;

    IdLayer(FontCache names, FontCache scores) {
        this.names = names;
        this.scores = scores;
    }

    @Override
    public void draw(Canvas canvas, List<Person> people, HudFigures figures) {
        Font nameFont = names.at(Sizes.text(canvas));
        Font scoreFont = scores.at(Sizes.text(canvas));
        for (Person person : people) {
            plate(canvas, person, nameFont, scoreFont);
        }
    }

    private static void plate(Canvas canvas, Person person, Font nameFont, Font scoreFont) {
        String name = person.id() > 0 ? "#" + person.id() : "person";
        String score = String.format(Locale.ROOT, " · %.2f", person.score());
        double padding = 0.45 * nameFont.size();
        double width = nameFont.width(name) + scoreFont.width(score) + 2 * padding;
        double height = Math.rint(1.5 * nameFont.size());
        Box box = person.box();
        double edge = Sizes.outline(canvas) / 2;
        double x = Math.clamp(box.x() - edge, 0, Math.max(0, canvas.width() - width));
        double above = box.y() - edge - height - edge;
        double y = Math.rint(above >= 0 ? above : Math.max(0, box.y() + edge));
        int color = Palette.person(person.id());
        int text = Palette.textOn(color);
        canvas.fillRectangle(x, y, width, height, 0.3 * nameFont.size(), color);
        double baseline = y + (height + nameFont.capHeight()) / 2;
        double pen = nameFont.draw(canvas, name, x + padding, baseline, text);
        scoreFont.draw(canvas, score, pen, baseline, Argb.fade(text, 0.8));
    }
}
