package org.posescope.draw.angle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.posescope.draw.Brush;
import org.posescope.draw.FlatLayer;
import org.posescope.draw.OverlayScene;
import org.posescope.draw.Palette;
import org.posescope.draw.PictureFit;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;
import org.posescope.draw.text.Typeface;
import org.posescope.pose.Person;

/** Arcs at the joints of people with their degrees beside them. The arc is that of the picture, the degrees those of the body in space. */
public final class AngleLayer implements FlatLayer {
    private static final double RADIUS_OF_SEGMENT = 0.4;
    private static final double SMALLEST = 14;
    private static final double LARGEST = 56;
    private static final double STEP = Math.toRadians(6);
    private static final double THICKNESS = 3;
    private static final double HALO = 2;
    private static final int PLATE = Argb.fade(Palette.HALO, 0.72);

    private final Function<Person, List<AngleReading>> readings;
    private final FontCache fonts = new FontCache(Typeface.medium());

    /** @param readings the angles of somebody that are to be seen */
    public AngleLayer(Function<Person, List<AngleReading>> readings) {
        this.readings = readings;
    }

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        for (Person person : scene.people()) {
            Map<String, List<AngleReading>> joints = readings.apply(person).stream().collect(Collectors
                    .groupingBy(reading -> reading.angle().joint(), LinkedHashMap::new, Collectors.toList()));
            joints.values().forEach(own -> AngleArc.of(person.ownKeypoints(), own.getFirst().angle())
                    .ifPresent(arc -> draw(brush, scene, person, own, arc)));
        }
    }

    private void draw(Brush brush, OverlayScene scene, Person person, List<AngleReading> own, AngleArc seen) {
        PictureFit fit = scene.fit();
        AngleArc arc = fit.mirrored() ? seen.inMirror() : seen;
        double x = fit.screenX(arc.x());
        double y = fit.screenY(arc.y());
        double radius = Math.clamp(RADIUS_OF_SEGMENT * fit.scale() * arc.reach(), SMALLEST, LARGEST);
        boolean drawn = arc.reach() > 0 && own.stream().anyMatch(reading -> AngleArc.says(reading.angle()));
        if (drawn) {
            double length = Math.max(radius, 1.3 * radius);
            for (double more : new double[] {HALO, 0}) {
                int color = more > 0 ? Argb.fade(Palette.HALO, 0.6) : Palette.person(person.id());
                sector(brush, new Sector(x, y, arc, radius), length, THICKNESS + more, color);
            }
        }
        Font font = fonts.at(scene.sizes().text());
        double away = (drawn ? radius : 0) + 1.6 * font.size();
        label(brush, font, own, x + away * Math.cos(arc.middle()), y + away * Math.sin(arc.middle()));
    }

    private record Sector(double x, double y, AngleArc arc, double radius) {
        double x(double direction) {
            return x + radius * Math.cos(direction);
        }

        double y(double direction) {
            return y + radius * Math.sin(direction);
        }
    }

    /** The arc, and a thin line in the direction of zero. */
    private static void sector(Brush brush, Sector sector, double length, double thickness, int color) {
        AngleArc arc = sector.arc();
        brush.line(sector.x(), sector.y(), sector.x() + length * Math.cos(arc.from()),
                sector.y() + length * Math.sin(arc.from()), thickness / 2, color);
        int pieces = Math.max(1, (int) Math.ceil(Math.abs(arc.sweep()) / STEP));
        for (int i = 0; i < pieces; i++) {
            double from = arc.from() + arc.sweep() * i / pieces;
            double to = arc.from() + arc.sweep() * (i + 1) / pieces;
            brush.line(sector.x(from), sector.y(from), sector.x(to), sector.y(to), thickness, color);
        }
    }

    private static void label(Brush brush, Font font, List<AngleReading> own, double x, double y) {
        List<String> lines = own.stream().map(reading -> text(reading, own.size() > 1)).toList();
        double line = Math.rint(1.35 * font.size());
        double padding = 0.4 * font.size();
        double width = lines.stream().mapToDouble(font::width).max().orElse(0) + 2 * padding;
        double left = Math.rint(x - width / 2);
        double top = Math.rint(y - line * lines.size() / 2);
        brush.fillRectangle(left, top, width, line * lines.size(), 0.3 * font.size(), PLATE);
        for (int i = 0; i < lines.size(); i++) {
            brush.text(font, lines.get(i), left + padding, top + i * line + (line + font.capHeight()) / 2, Argb.WHITE);
        }
    }

    private static String text(AngleReading reading, boolean named) {
        String degrees = String.format(Locale.ROOT, "%.0f°", reading.degrees() + 0.0);
        String name = reading.angle().id().replaceFirst("^((left|right)_)?[a-z]+_", "").replace('_', ' ');
        return named ? name + " " + degrees : degrees;
    }
}
