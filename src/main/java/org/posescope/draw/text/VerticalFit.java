package org.posescope.draw.text;

/**
 * Heights of a font in pixels, moved so that the tops of small letters, and those of capitals and figures, fall on pixel
 * borders. That keeps horizontal strokes sharp at small sizes; widths are not touched. Between the fitted heights it is
 * linear.
 */
final class VerticalFit {
    private final double scale;
    private final double xHeight;
    private final double capHeight;
    private final double fittedX;
    private final double fittedCap;

    VerticalFit(Typeface.Metrics metrics, double pixelsPerEm) {
        scale = pixelsPerEm / metrics.unitsPerEm();
        xHeight = metrics.xHeight();
        capHeight = metrics.capHeight();
        fittedX = Math.max(1, Math.rint(xHeight * scale));
        fittedCap = Math.max(fittedX + 1, Math.rint(capHeight * scale));
    }

    /** Pixels over the baseline of a height in font units. */
    double pixels(double height) {
        if (height <= 0) {
            return height * scale;
        }
        if (height <= xHeight) {
            return height * fittedX / xHeight;
        }
        if (height <= capHeight) {
            return fittedX + (height - xHeight) * (fittedCap - fittedX) / (capHeight - xHeight);
        }
        return fittedCap + (height - capHeight) * scale;
    }
}
