package org.posescope.app.controls;

import org.posescope.draw.raster.Argb;

import javafx.scene.paint.Color;

/**
 * Colours of what is drawn on a canvas that lies on a ground of the theme, so that they are seen on it: WCAG 2.1, 1.4.3 and 1.4.11.
 *
 * @param text what is written, which tells dark from light
 */
public record CanvasInk(Color text) {
    private static final double MUTED = 0.72;
    /** Relative luminance, as {@link Argb#luminance}, at which something has a contrast of 3 to the grounds of the light and dark theme. */
    private static final double DARK_ENOUGH = 0.26;
    private static final double LIGHT_ENOUGH = 0.14;
    private static final double STEP = 0.02;

    /** Of what is written beside, and is less important. */
    public Color muted() {
        return faded(MUTED);
    }

    /** @param opacity of a line or plane that only helps the eye */
    public Color faded(double opacity) {
        return text.deriveColor(0, 1, 1, opacity);
    }

    /** A colour as it can be told from the ground: the same, or as much darker or lighter as it takes. */
    public Color seen(int argb) {
        boolean dark = text.getBrightness() > 0.5;
        int other = dark ? Argb.WHITE : Argb.BLACK;
        int seen = argb;
        for (double share = STEP; share <= 1 && !isSeen(seen, dark); share += STEP) {
            seen = Argb.mix(argb, other, share);
        }
        return Color.rgb(Argb.red(seen), Argb.green(seen), Argb.blue(seen));
    }

    private static boolean isSeen(int argb, boolean dark) {
        return dark ? Argb.luminance(argb) >= LIGHT_ENOUGH : Argb.luminance(argb) <= DARK_ENOUGH;
    }
}
