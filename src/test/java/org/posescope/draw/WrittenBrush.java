package org.posescope.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.posescope.draw.text.Font;

/** Writes down what is drawn, a line for each figure, on a target 500 pixels wide. */
public final class WrittenBrush implements Brush {
    private final List<String> figures = new ArrayList<>();

    public List<String> figures() {
        return figures;
    }

    @Override
    public double width() {
        return 500;
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb) {
        figures.add(String.format(Locale.ROOT, "line %.1f,%.1f %.1f,%.1f %.3f thick %08x", x0, y0, x1, y1, thickness,
                argb));
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        figures.add(String.format(Locale.ROOT, "disc %.1f,%.1f radius %.3f %08x", x, y, radius, argb));
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, double radius, int argb) {
        figures.add(String.format(Locale.ROOT, "plate %.1f,%.1f %.0f x %.0f round %.1f %08x", x, y, width, height,
                radius, argb));
    }

    @Override
    public void strokeRectangle(double x, double y, double width, double height, double radius, double thickness,
            int argb) {
        figures.add(String.format(Locale.ROOT, "outline %.1f,%.1f %.0f x %.0f round %.1f %.3f thick %08x", x, y, width,
                height, radius, thickness,
                argb));
    }

    @Override
    public double text(Font font, String text, double x, double baseline, int argb) {
        figures.add(String.format(Locale.ROOT, "\"%s\" in %s %.0f at %.1f,%.1f %08x", text, font.name(), font.size(), x,
                baseline, argb));
        return x + font.width(text);
    }
}
