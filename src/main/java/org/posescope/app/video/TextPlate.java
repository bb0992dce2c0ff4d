package org.posescope.app.video;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A short text on a plate with round corners, kept inside the canvas. Measures each text once. FX thread. */
final class TextPlate {
    private static final double PADDING = 6;
    private static final double CORNER = 8;

    private final Font font;
    private final double height;
    private final TextWidths widths;

    TextPlate(Font font) {
        this.font = font;
        this.height = Math.rint(1.7 * font.getSize());
        this.widths = new TextWidths(new Text(), font);
    }

    double width(String text) {
        return Math.rint(widths.of(text) + 2 * PADDING);
    }

    double height() {
        return height;
    }

    /** Draws with the upper left corner at a place, moved as far as needed to be seen as a whole. */
    void draw(GraphicsContext graphics, String text, double x, double y, Color plate, Color ink) {
        double width = width(text);
        double left = Math.clamp(Math.rint(x), 0, Math.max(0, graphics.getCanvas().getWidth() - width));
        double top = Math.clamp(Math.rint(y), 0, Math.max(0, graphics.getCanvas().getHeight() - height));
        graphics.setFill(plate);
        graphics.fillRoundRect(left, top, width, height, CORNER, CORNER);
        graphics.setFont(font);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(ink);
        graphics.fillText(text, left + PADDING, top + height / 2);
    }
}
