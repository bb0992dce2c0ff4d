package org.posescope.pose.bottomup.embedding;

import java.util.Arrays;

import org.posescope.tensor.Tensor;

/** Draws people as HigherHRNet is trained to: a Gaussian for each point at two resolutions, the person's tag around it. */
final class EmbeddingPainter {
    static final int POINTS = 17;

    /** Cells, at both resolutions. */
    private static final double SIGMA = 2;
    /** Coarse cells around a point that have its tag: as far as there is heat. */
    private static final double TAGGED = 6.5;

    private final int rows;
    private final int columns;
    private final float[] coarse;
    private final float[] fine;

    /** @param rows of the input */
    EmbeddingPainter(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.coarse = new float[2 * POINTS * (rows / 4) * (columns / 4)];
        this.fine = new float[POINTS * (rows / 2) * (columns / 2)];
        Arrays.fill(coarse, coarse.length / 2, coarse.length, -50);
    }

    Tensor heatmapsAndTags() {
        return Tensor.of(coarse, 1, 2 * POINTS, rows / 4, columns / 4);
    }

    Tensor fineHeatmaps() {
        return Tensor.of(fine, 1, POINTS, rows / 2, columns / 2);
    }

    void paint(DrawnBody person, double height) {
        for (int point = 0; point < POINTS; point++) {
            paint(point, person, height);
        }
    }

    /** @param height of the heat */
    void paint(int point, DrawnBody person, double height) {
        double x = person.x(point);
        double y = person.y(point);
        draw(coarse, point, 4, x, y, height);
        draw(fine, point, 2, x, y, height);
        tag(POINTS + point, x / 4, y / 4, person.tag());
    }

    private void draw(float[] maps, int map, int scale, double x, double y, double height) {
        int width = columns / scale;
        for (int row = 0; row < rows / scale; row++) {
            for (int column = 0; column < width; column++) {
                double squares = square(column + 0.5 - x / scale) + square(row + 0.5 - y / scale);
                int at = (map * (rows / scale) + row) * width + column;
                maps[at] = (float) Math.max(maps[at], height * Math.exp(-squares / (2 * SIGMA * SIGMA)));
            }
        }
    }

    private void tag(int map, double x, double y, float tag) {
        for (int row = 0; row < rows / 4; row++) {
            for (int column = 0; column < columns / 4; column++) {
                if (Math.hypot(column + 0.5 - x, row + 0.5 - y) < TAGGED) {
                    coarse[(map * (rows / 4) + row) * (columns / 4) + column] = tag;
                }
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
