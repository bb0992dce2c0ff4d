package org.posescope.draw.mesh;

import java.util.Arrays;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Vector3;

/**
 * The soft shadow of bodies under a wide light straight above: every triangle leaves its area on a map of the floor, less
 * the higher it is, and the map is blurred. Feet on the floor so get a dark contact shadow, a raised arm a faint one. The map reaches
 * 2.4 metres from its centre.
 */
final class FloorShadow {
    private static final int SIDE = 160;
    private static final double CELL = 0.03;
    private static final double HEIGHT_FADE = 0.55;
    private static final double STRENGTH = 0.9;
    private static final double DENSITY = 1.6;
    private static final int LAST = SIDE - 1;
    private static final int COLOR = Argb.opaque(0x05, 0x06, 0x09);
    private static final int BLUR_RADIUS = 2;
    private static final int BLURS = 3;

    private final float[] map = new float[SIDE * SIDE];
    private final float[] cells = new float[SIDE];
    private final int[] row;
    private double originX;
    private double originZ;
    private double floor;

    FloorShadow(int width) {
        row = new int[width];
    }

    /** Starts an empty map around a point, world coordinates. */
    void clear(Vector3 centre, double floorHeight) {
        Arrays.fill(map, 0);
        originX = centre.x() - SIDE * CELL / 2;
        originZ = centre.z() - SIDE * CELL / 2;
        floor = floorHeight;
    }

    void add(Mesh mesh) {
        float[] v = mesh.vertices();
        int[] triangles = mesh.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            double area = Math.abs((double) (v[b] - v[a]) * (v[c + 2] - v[a + 2])
                    - (double) (v[c] - v[a]) * (v[b + 2] - v[a + 2])) / 2;
            double height = Math.max(0, floor - (v[a + 1] + v[b + 1] + v[c + 1]) / 3.0);
            // A closed surface covers each point below it twice, by its upper and its lower side.
            double weight = area / (2 * CELL * CELL) * Math.exp(-height / HEIGHT_FADE);
            splat((v[a] + v[b] + v[c]) / 3.0, (v[a + 2] + v[b + 2] + v[c + 2]) / 3.0, weight);
        }
    }

    /** Shares a weight among the four cells around a point. */
    private void splat(double x, double z, double weight) {
        double u = (x - originX) / CELL - 0.5;
        double v = (z - originZ) / CELL - 0.5;
        if (!(u >= 0 && v >= 0 && u < SIDE - 1 && v < SIDE - 1)) {
            return;
        }
        int column = (int) u;
        int line = (int) v;
        int at = line * SIDE + column;
        float right = (float) (u - column);
        float down = (float) (v - line);
        map[at] += (float) weight * (1 - right) * (1 - down);
        map[at + 1] += (float) weight * right * (1 - down);
        map[at + SIDE] += (float) weight * (1 - right) * down;
        map[at + SIDE + 1] += (float) weight * right * down;
    }

    /** Darkens the floor of a picture; the map is used up. */
    void draw(Canvas canvas, OrbitCamera orbit) {
        for (int i = 0; i < BLURS; i++) {
            blur(1, SIDE);
            blur(SIDE, 1);
        }
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) (255 * STRENGTH * (1 - Math.exp(-DENSITY * map[i])));
        }
        FloorRows rows = new FloorRows(orbit, canvas.width(), canvas.height(), floor);
        for (int y = 0; y < canvas.height(); y++) {
            if (rows.at(y + 0.5)) {
                shade(canvas, y, rows);
            }
        }
    }

    private void shade(Canvas canvas, int y, FloorRows rows) {
        double u = (rows.x() - originX) / CELL - 0.5;
        double v = (rows.z() - originZ) / CELL - 0.5;
        double uStep = rows.xPerColumn() / CELL;
        double vStep = rows.zPerColumn() / CELL;
        int from = (int) Math.ceil(Math.max(0, Math.max(enters(u, uStep), enters(v, vStep))));
        int to = (int) Math.floor(Math.min(canvas.width() - 1.0, Math.min(leaves(u, uStep), leaves(v, vStep))));
        for (int x = from; x <= to; x++) {
            row[x] = (alpha(u + x * uStep, v + x * vStep) << 24) | (COLOR & 0xFFFFFF);
        }
        if (from <= to) {
            canvas.blendRow(from, y, row, from, to + 1 - from);
        }
    }

    /** The column from which on a coordinate that changes evenly is on the map. */
    private static double enters(double start, double step) {
        return step == 0
                ? (start >= 0 && start <= LAST ? 0 : Double.POSITIVE_INFINITY)
                : Math.min(-start / step, (LAST - start) / step);
    }

    private static double leaves(double start, double step) {
        return step == 0 ? Double.POSITIVE_INFINITY : Math.max(-start / step, (LAST - start) / step);
    }

    /** The darkness between the cells of the map. */
    private int alpha(double u, double v) {
        int column = Math.clamp((int) u, 0, SIDE - 2);
        int line = Math.clamp((int) v, 0, SIDE - 2);
        int at = line * SIDE + column;
        double right = u - column;
        double down = v - line;
        double upper = map[at] + right * (map[at + 1] - map[at]);
        double lower = map[at + SIDE] + right * (map[at + SIDE + 1] - map[at + SIDE]);
        return (int) (upper + down * (lower - upper) + 0.5);
    }

    /** A box blur along lines of cells that are {@code step} apart; three of them are nearly Gaussian. */
    private void blur(int step, int nextLine) {
        float share = 1f / (2 * BLUR_RADIUS + 1);
        for (int l = 0; l < SIDE; l++) {
            int start = l * nextLine;
            for (int i = 0; i < SIDE; i++) {
                cells[i] = map[start + i * step];
            }
            float sum = 0;
            for (int i = -BLUR_RADIUS; i < SIDE; i++) {
                sum += i + BLUR_RADIUS < SIDE ? cells[i + BLUR_RADIUS] : 0;
                sum -= i - BLUR_RADIUS - 1 >= 0 ? cells[i - BLUR_RADIUS - 1] : 0;
                if (i >= 0) {
                    map[start + i * step] = sum * share;
                }
            }
        }
    }
}
