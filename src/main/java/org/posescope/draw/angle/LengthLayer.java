package org.posescope.draw.angle;

import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.draw.Brush;
import org.posescope.draw.FlatLayer;
import org.posescope.draw.OverlayScene;
import org.posescope.draw.Palette;
import org.posescope.draw.PictureFit;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;
import org.posescope.draw.text.Typeface;
import org.posescope.measure.length.PictureLine;

/** A line in the picture with its length beside it. */
public final class LengthLayer implements FlatLayer {
    private static final double THICKNESS = 2.5;
    private static final double HALO = 2;
    private static final double END = 4;
    private static final int PLATE = Argb.fade(Palette.HALO, 0.72);

    private final Supplier<Optional<Labelled>> line;
    private final FontCache fonts = new FontCache(Typeface.medium());

    /**
     * A line and what is written beside it.
     *
     * @param text empty: nothing
     */
    public record Labelled(PictureLine line, String text) {}

    /** @param line what is to be seen */
    public LengthLayer(Supplier<Optional<Labelled>> line) {
        this.line = line;
    }

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        line.get().ifPresent(each -> draw(brush, scene, each));
    }

    private void draw(Brush brush, OverlayScene scene, Labelled labelled) {
        PictureFit fit = scene.fit();
        double x0 = fit.screenX(labelled.line().fromX());
        double y0 = fit.screenY(labelled.line().fromY());
        double x1 = fit.screenX(labelled.line().toX());
        double y1 = fit.screenY(labelled.line().toY());
        for (double more : new double[] {HALO, 0}) {
            int color = more > 0 ? Argb.fade(Palette.HALO, 0.6) : Argb.WHITE;
            brush.line(x0, y0, x1, y1, THICKNESS + more, color);
            brush.disc(x0, y0, END + more / 2, color);
            brush.disc(x1, y1, END + more / 2, color);
        }
        if (!labelled.text().isEmpty()) {
            label(brush, fonts.at(scene.sizes().text()), labelled.text(), (x0 + x1) / 2, (y0 + y1) / 2);
        }
    }

    private static void label(Brush brush, Font font, String text, double x, double y) {
        double padding = 0.4 * font.size();
        double line = Math.rint(1.35 * font.size());
        double left = Math.rint(x + padding);
        double top = Math.rint(y - line / 2);
        brush.fillRectangle(left, top, font.width(text) + 2 * padding, line, 0.3 * font.size(), PLATE);
        brush.text(font, text, left + padding, top + (line + font.capHeight()) / 2, Argb.WHITE);
    }
}
