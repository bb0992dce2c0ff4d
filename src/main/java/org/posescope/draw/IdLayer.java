package org.posescope.draw;

import java.util.Locale;
import java.util.Optional;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;
import org.posescope.pose.Person;

/**
 * A plate such as "#1 · 0.98" on the upper left corner of each person's box: identity and score. Where that would be out of the picture or
 * below the figures of the run it is in the box, or as far down as it has to be.
 */
final class IdLayer implements FlatLayer {
    private static final double SCORE_OPACITY = 0.8;

    private final FontCache names;
    private final FontCache scores;
    private final HudLayer hud;

    /** @param hud that is drawn above these, where the scene has figures */
    IdLayer(FontCache names, FontCache scores, HudLayer hud) {
        this.names = names;
        this.scores = scores;
        this.hud = hud;
    }

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        Font nameFont = names.at(scene.sizes().text());
        Font scoreFont = scores.at(scene.sizes().text());
        Optional<Plate> figures = hud.plate(scene);
        for (Person person : scene.people()) {
            plate(brush, scene, person, nameFont, scoreFont, figures);
        }
    }

    private static void plate(Brush brush, OverlayScene scene, Person person, Font nameFont, Font scoreFont,
            Optional<Plate> figures) {
        String name = scene.names().of(person.id());
        String score = String.format(Locale.ROOT, " · %.2f", person.score());
        double padding = 0.45 * nameFont.size();
        double width = nameFont.width(name) + scoreFont.width(score) + 2 * padding;
        double height = Math.rint(1.5 * nameFont.size());
        double left = scene.fit().screenLeft(person.box());
        double top = scene.fit().screenY(person.box().y());
        double edge = scene.sizes().outline() / 2;
        double x = Math.clamp(left - edge, 0, Math.max(0, brush.width() - width));
        double y = top(new Plate(x, Math.rint(top - edge - height - edge), width, height),
                Math.rint(Math.max(0, top + edge)), figures);
        double opacity = scene.opacity(person);
        int color = Palette.person(person.id());
        int text = Palette.textOn(color);
        brush.fillRectangle(x, y, width, height, 0.3 * nameFont.size(), Argb.fade(color, opacity));
        double baseline = y + (height + nameFont.capHeight()) / 2;
        double pen = brush.text(nameFont, name, x + padding, baseline, Argb.fade(text, opacity));
        brush.text(scoreFont, score, pen, baseline, Argb.fade(text, SCORE_OPACITY * opacity));
    }

    private static double top(Plate above, double inside, Optional<Plate> figures) {
        if (above.top() >= 0 && figures.filter(above::meets).isEmpty()) {
            return above.top();
        }
        return figures.filter(above.at(inside)::meets).map(Plate::bottom).orElse(inside);
    }
}
