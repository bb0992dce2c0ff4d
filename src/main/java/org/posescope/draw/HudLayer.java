package org.posescope.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;

/** Frame rate, latency, mode and where space comes from, in one line on a translucent plate in the upper left corner. */
final class HudLayer implements FlatLayer {
    private static final int PLATE = Argb.fade(Palette.HALO, 0.72);
    private static final int UNIT = Argb.fade(Argb.WHITE, 0.66);
    private static final double GAP = 0.9;

    private final FontCache values;
    private final FontCache units;

    HudLayer(FontCache values, FontCache units) {
        this.values = values;
        this.units = units;
    }

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        List<Entry> entries = entries(scene.figures());
        if (entries.isEmpty()) {
            return;
        }
        Font value = values.at(scene.sizes().text());
        Font unit = units.at(scene.sizes().text());
        double size = value.size();
        Plate plate = plate(entries, value, unit);
        brush.fillRectangle(plate.left(), plate.top(), plate.width(), plate.height(), 0.5 * size, PLATE);
        double baseline = plate.top() + (plate.height() + value.capHeight()) / 2;
        double pen = plate.left() + 0.7 * size;
        for (Entry entry : entries) {
            pen = brush.text(value, entry.value, pen, baseline, Argb.WHITE);
            pen = brush.text(unit, entry.unit, pen, baseline, UNIT) + GAP * size;
        }
    }

    /** Where it is drawn; empty where nothing is. */
    Optional<Plate> plate(OverlayScene scene) {
        List<Entry> entries = entries(scene.figures());
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(plate(entries, values.at(scene.sizes().text()), units.at(scene.sizes().text())));
    }

    private static Plate plate(List<Entry> entries, Font value, Font unit) {
        double size = value.size();
        double width = size * (0.7 * 2 + GAP * (entries.size() - 1));
        for (Entry entry : entries) {
            width += value.width(entry.value) + unit.width(entry.unit);
        }
        double margin = Math.rint(0.6 * size);
        return new Plate(margin, margin, Math.rint(width), Math.rint(1.9 * size));
    }

    private static List<Entry> entries(HudFigures figures) {
        List<Entry> entries = new ArrayList<>();
        if (!Double.isNaN(figures.fps())) {
            entries.add(new Entry(String.format(Locale.ROOT, "%.1f", figures.fps()), " fps"));
        }
        if (!Double.isNaN(figures.latencyMillis())) {
            entries.add(new Entry(String.format(Locale.ROOT, "%.1f", figures.latencyMillis()), " ms"));
        }
        if (figures.dropped() > 0) {
            entries.add(new Entry(Long.toString(figures.dropped()), " dropped"));
        }
        if (!figures.modeName().isEmpty()) {
            entries.add(new Entry("", figures.modeName()));
        }
        if (figures.lifted()) {
            entries.add(new Entry("", "lifted 3D"));
        }
        return entries;
    }

    private record Entry(String value, String unit) {}
}
