package org.posescope.app.stats;

import java.util.List;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The last half minute of frames a second and latency as two lines, each on its own scale from 0. FX thread. */
final class SparkLine extends Region {
    static final Color FPS = Color.web("#4cb4f5");
    static final Color LATENCY = Color.web("#f0a63c");
    private static final double WIDTH = 1.5;
    private static final double AIR = 4;
    private static final double FILL = 0.10;
    private static final Color GUIDE = Color.gray(0.5, 0.25);

    private final Canvas canvas = new Canvas();
    private History history = History.EMPTY;

    SparkLine() {
        getChildren().add(canvas);
        canvas.setManaged(false);
    }

    void show(History newHistory) {
        history = newHistory;
        draw();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 48;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        if (!isVisible() || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        graphics.setStroke(GUIDE);
        graphics.setLineWidth(1);
        double base = Math.floor(getHeight()) - 0.5;
        graphics.strokeLine(0, base, getWidth(), base);
        line(graphics, history.fps(), FPS, FILL);
        line(graphics, history.latency(), LATENCY, 0);
    }

    /** @param fill 0..1, opacity of the area below the line */
    private void line(GraphicsContext graphics, List<Double> values, Color color, double fill) {
        if (values.size() < 2) {
            return;
        }
        double largest = Math.max(1e-9, values.stream().mapToDouble(Double::doubleValue).max().orElse(1));
        int count = values.size();
        double[] x = new double[count + 2];
        double[] y = new double[count + 2];
        for (int i = 0; i < count; i++) {
            x[i] = getWidth() * (History.SECONDS - count + i) / (History.SECONDS - 1.0);
            y[i] = getHeight() - 2 - (getHeight() - 2 - AIR) * values.get(i) / largest;
        }
        x[count] = x[count - 1];
        x[count + 1] = x[0];
        y[count] = y[count + 1] = getHeight() - 1;
        graphics.setFill(color.deriveColor(0, 1, 1, fill));
        graphics.fillPolygon(x, y, count + 2);
        graphics.setStroke(color);
        graphics.setLineWidth(WIDTH);
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.strokePolyline(x, y, count);
    }
}
