package org.posescope.app.video;

import java.util.HashMap;
import java.util.Map;

import org.posescope.draw.Brush;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.text.Font;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** Draws on a canvas of the window, sharp at any scale of the screen. FX thread. */
final class GraphicsBrush implements Brush {
    private static final double OPAQUE = 255;

    private final GraphicsContext graphics;
    private final Map<Font, javafx.scene.text.Font> fonts = new HashMap<>();

    GraphicsBrush(GraphicsContext graphics) {
        this.graphics = graphics;
        graphics.setLineCap(StrokeLineCap.ROUND);
    }

    void clear() {
        graphics.clearRect(0, 0, width(), graphics.getCanvas().getHeight());
    }

    @Override
    public double width() {
        return graphics.getCanvas().getWidth();
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb) {
        stroke(thickness, argb);
        graphics.strokeLine(x0, y0, x1, y1);
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        graphics.setFill(color(argb));
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, double radius, int argb) {
        graphics.setFill(color(argb));
        graphics.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void strokeRectangle(double x, double y, double width, double height, double radius, double thickness,
            int argb) {
        stroke(thickness, argb);
        graphics.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public double text(Font font, String text, double x, double baseline, int argb) {
        graphics.setFont(fonts.computeIfAbsent(font, each -> new javafx.scene.text.Font(each.name(), each.size())));
        graphics.setFill(color(argb));
        graphics.fillText(text, x, Math.rint(baseline));
        return x + font.width(text);
    }

    private void stroke(double thickness, int argb) {
        graphics.setLineWidth(thickness);
        graphics.setStroke(color(argb));
    }

    private static Color color(int argb) {
        return Color.rgb(Argb.red(argb), Argb.green(argb), Argb.blue(argb), Argb.alpha(argb) / OPAQUE);
    }
}
