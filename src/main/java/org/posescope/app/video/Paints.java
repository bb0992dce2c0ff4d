package org.posescope.app.video;

import org.posescope.draw.raster.Argb;

import javafx.scene.paint.Color;

/** Colours of the palette as JavaFX takes them. */
final class Paints {
    private Paints() {}

    /** @param opacity 0..1 */
    static Color of(int argb, double opacity) {
        return Color.rgb(Argb.red(argb), Argb.green(argb), Argb.blue(argb), opacity * Argb.alpha(argb) / 255.0);
    }
}
