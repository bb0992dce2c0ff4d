package org.posescope.draw;

import org.posescope.draw.raster.Canvas;
import org.posescope.draw.text.Font;

/** Draws on pixels. */
public record PixelBrush(Canvas canvas) implements Brush {
    @Override
    public double width() {
        return canvas.width();
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb) {
        canvas.line(x0, y0, x1, y1, thickness, argb);
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        canvas.disc(x, y, radius, argb);
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, double radius, int argb) {
        canvas.fillRectangle(x, y, width, height, radius, argb);
    }

    @Override
    public void strokeRectangle(double x, double y, double width, double height, double radius, double thickness,
            int argb) {
        canvas.strokeRectangle(x, y, width, height, radius, thickness, argb);
    }

    @Override
    public double text(Font font, String text, double x, double baseline, int argb) {
        return font.draw(canvas, text, x, baseline, argb);
    }
}
