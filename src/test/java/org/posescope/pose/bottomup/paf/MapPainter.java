package org.posescope.pose.bottomup.paf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.posescope.tensor.Tensor;

/** Draws people as such networks are trained to: a Gaussian for each point, unit vectors along each limb. */
final class MapPainter {
    /** Cells. */
    private static final double SIGMA = 0.9;
    private static final double LIMB_HALF_WIDTH = 1;
    /** Unit of coordinate maps. */
    private static final double AVERAGE_PERSON = 1.8;

    private final int rows;
    private final int columns;
    private final float[] heatmaps;
    private final float[] fields;

    MapPainter(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.heatmaps = new float[19 * rows * columns];
        this.fields = new float[38 * rows * columns];
    }

    Tensor heatmaps() {
        return Tensor.of(heatmaps, 1, 19, rows, columns);
    }

    Tensor fields() {
        return Tensor.of(fields, 1, 38, rows, columns);
    }

    void paint(DrawnPerson person) {
        for (int part = 0; part < 18; part++) {
            paintPoint(part, person.x(part), person.y(part), 0.9);
        }
        for (Limb limb : Limb.ALL) {
            paintLimb(limb, person);
        }
    }

    void paintPoint(int part, double x, double y, double height) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double squares = square(column + 0.5 - x) + square(row + 0.5 - y);
                int at = (part * rows + row) * columns + column;
                heatmaps[at] = (float) Math.max(heatmaps[at], height * Math.exp(-squares / (2 * SIGMA * SIGMA)));
            }
        }
    }

    private void paintLimb(Limb limb, DrawnPerson person) {
        double fromX = person.x(limb.from());
        double fromY = person.y(limb.from());
        double length = Math.hypot(person.x(limb.to()) - fromX, person.y(limb.to()) - fromY);
        double dx = (person.x(limb.to()) - fromX) / length;
        double dy = (person.y(limb.to()) - fromY) / length;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = column + 0.5 - fromX;
                double y = row + 0.5 - fromY;
                double along = x * dx + y * dy;
                double beside = Math.abs(x * dy - y * dx);
                if (along >= -LIMB_HALF_WIDTH && along <= length + LIMB_HALF_WIDTH && beside <= LIMB_HALF_WIDTH) {
                    int at = row * columns + column;
                    fields[limb.fieldX() * rows * columns + at] = (float) dx;
                    fields[(limb.fieldX() + 1) * rows * columns + at] = (float) dy;
                }
            }
        }
    }

    /** Coordinate maps that show, at each place, the joints of the person who is nearest. */
    Tensor coordinates(List<DrawnPerson> people) {
        float[] maps = new float[JointReader.MAPS * rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                Optional<DrawnPerson> nearest = people.stream().min(Comparator.comparingDouble(
                        person -> Math.hypot(person.middle() - x, person.top() + person.height() / 2 - y)));
                for (int map = 0; nearest.isPresent() && map < JointReader.MAPS; map++) {
                    double metres = nearest.get().metres(map / 3, map % 3);
                    maps[(map * rows + row) * columns + column] = (float) (metres / AVERAGE_PERSON);
                }
            }
        }
        return Tensor.of(maps, 1, JointReader.MAPS, rows, columns);
    }

    private static double square(double value) {
        return value * value;
    }
}
