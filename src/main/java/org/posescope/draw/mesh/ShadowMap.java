package org.posescope.draw.mesh;

import java.util.Arrays;

import org.posescope.pose.Vector3;

/**
 * The soft shadow of bodies under a wide light straight above: every triangle leaves its area on a map of the floor, less
 * the higher it is, and the map is blurred. Feet on the floor so get a dark contact shadow, a raised arm a faint one. The map is a
 * square of {@link #SIDE} cells of {@link #CELL} metres; its columns go along x, its rows along z. Used by one thread.
 */
public final class ShadowMap {
    public static final int SIDE = 160;
    public static final double CELL = 0.03;
    private static final double HEIGHT_FADE = 0.55;
    private static final double STRENGTH = 0.9;
    private static final double DENSITY = 1.6;
    private static final int BLUR_RADIUS = 2;
    private static final int BLURS = 3;
    private static final int ROD_STEPS = 16;

    private final float[] map = new float[SIDE * SIDE];
    private final float[] cells = new float[SIDE];
    private double originX;
    private double originZ;
    private double floor;

    /** Starts an empty map around a point, world coordinates (y down). */
    public void clear(Vector3 centre, double floorHeight) {
        Arrays.fill(map, 0);
        originX = centre.x() - SIDE * CELL / 2;
        originZ = centre.z() - SIDE * CELL / 2;
        floor = floorHeight;
    }

    /**
     * Adds a closed surface.
     *
     * @param v         x, y, z of each vertex, metres
     * @param triangles three vertex numbers each
     */
    public void add(float[] v, int[] triangles) {
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            double area = Math.abs((double) (v[b] - v[a]) * (v[c + 2] - v[a + 2])
                    - (double) (v[c] - v[a]) * (v[b + 2] - v[a + 2])) / 2;
            // A closed surface covers each point below it twice, by its upper and its lower side.
            splat((v[a] + v[b] + v[c]) / 3.0, (v[a + 2] + v[b + 2] + v[c + 2]) / 3.0,
                    area / 2 * fade((v[a + 1] + v[b + 1] + v[c + 1]) / 3.0));
        }
    }

    /** Adds a straight rod of the given thickness in metres, an upright one as what its end covers. */
    public void add(Vector3 from, Vector3 to, double thickness) {
        double length = Math.max(thickness, Math.hypot(to.x() - from.x(), to.z() - from.z()));
        for (int i = 0; i < ROD_STEPS; i++) {
            double along = (i + 0.5) / ROD_STEPS;
            splat(from.x() + along * (to.x() - from.x()), from.z() + along * (to.z() - from.z()),
                    length * thickness / ROD_STEPS * fade(from.y() + along * (to.y() - from.y())));
        }
    }

    private double fade(double y) {
        return Math.exp(-Math.max(0, floor - y) / HEIGHT_FADE);
    }

    /** Shares an area among the four cells around a point. */
    private void splat(double x, double z, double area) {
        double weight = area / (CELL * CELL);
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

    /** Blurs what was added and turns it into darkness. To be called once, at the end. */
    public void finish() {
        for (int i = 0; i < BLURS; i++) {
            blur(1, SIDE);
            blur(SIDE, 1);
        }
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) (STRENGTH * (1 - Math.exp(-DENSITY * map[i])));
        }
    }

    /** Darkness 0..1 in the middle of each cell, row by row, after {@link #finish}; the map's own array. */
    public float[] darkness() {
        return map;
    }

    /** Position of the map's corner with the smallest coordinates, metres. */
    public double originX() {
        return originX;
    }

    public double originZ() {
        return originZ;
    }

    public double floor() {
        return floor;
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
