package org.posescope.draw;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.text.Font;

/**
 * Draws antialiased figures on something flat, its target: pixels, or a canvas of the window. Coordinates and lengths are pixels
 * of the target, x right, y down from its upper left corner. Colours are {@link Argb}; what is drawn lies over what was drawn
 * before. Used by one thread at a time.
 */
public interface Brush {
    /** Width of the target. */
    double width();

    /** A straight line with round ends. */
    void line(double x0, double y0, double x1, double y1, double thickness, int argb);

    /** A filled circle. */
    void disc(double x, double y, double radius, int argb);

    /** A filled upright rectangle, its corners rounded by {@code radius}. */
    void fillRectangle(double x, double y, double width, double height, double radius, int argb);

    /** The outline of such a rectangle, half of its thickness inside and half outside. */
    void strokeRectangle(double x, double y, double width, double height, double radius, double thickness, int argb);

    /**
     * Writes one line.
     *
     * @param x        of its start
     * @param baseline rounded to whole pixels, so that letters stay sharp
     * @return x of its end, as {@link Font#width} measures
     */
    double text(Font font, String text, double x, double baseline, int argb);
}
