package org.posescope.workshop.demo.stage;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.math.Vec3;

/**
 * What the light of one direction meets first: surfaces seen from far away along the direction, as a grid of depths (Williams,
 * "Casting curved shadows on curved surfaces", 1978). All in one frame, metres.
 */
final class DepthMap {
    private static final double CELL = 0.012;
    /** A surface does not shade what lies so little behind it. */
    private static final double BIAS = 0.03;

    private final Vec3 across;
    private final Vec3 along;
    private final Vec3 light;
    private double left;
    private double top;
    private int columns;
    private int rows;
    private float[] nearest = new float[0];

    /** @param light direction to it, unit length */
    DepthMap(Vec3 light) {
        this.light = light;
        Vec3 helper = Math.abs(light.x()) < 0.7 ? Vec3.X : Vec3.Y;
        across = helper.without(light).unit();
        along = light.cross(across);
    }

    /** Looks at surfaces, forgetting what it saw before. */
    void look(List<Costume> people) {
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        left = Double.POSITIVE_INFINITY;
        top = Double.POSITIVE_INFINITY;
        for (Costume person : people) {
            float[] v = person.vertices();
            for (int k = 0; k < v.length; k += 3) {
                double u = dot(across, v[k], v[k + 1], v[k + 2]);
                double w = dot(along, v[k], v[k + 1], v[k + 2]);
                left = Math.min(left, u);
                right = Math.max(right, u);
                top = Math.min(top, w);
                bottom = Math.max(bottom, w);
            }
        }
        columns = (int) ((right - left) / CELL) + 2;
        rows = (int) ((bottom - top) / CELL) + 2;
        if (nearest.length < columns * rows) {
            nearest = new float[columns * rows];
        }
        Arrays.fill(nearest, 0, columns * rows, Float.NEGATIVE_INFINITY);
        people.forEach(this::add);
    }

    private void add(Costume person) {
        float[] v = person.vertices();
        int[] triangles = person.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            fill(v, 3 * triangles[t], 3 * triangles[t + 1], 3 * triangles[t + 2]);
        }
    }

    private void fill(float[] v, int a, int b, int c) {
        double ax = column(v, a);
        double ay = row(v, a);
        double abx = column(v, b) - ax;
        double aby = row(v, b) - ay;
        double acx = column(v, c) - ax;
        double acy = row(v, c) - ay;
        double area = abx * acy - aby * acx;
        double depthA = depth(v, a);
        double depthB = depth(v, b) - depthA;
        double depthC = depth(v, c) - depthA;
        int from = (int) Math.ceil(ax + Math.min(0, Math.min(abx, acx)));
        int to = (int) Math.floor(ax + Math.max(0, Math.max(abx, acx)));
        int first = (int) Math.ceil(ay + Math.min(0, Math.min(aby, acy)));
        int last = (int) Math.floor(ay + Math.max(0, Math.max(aby, acy)));
        for (int y = first; y <= last; y++) {
            for (int x = from; x <= to; x++) {
                double shareB = ((x - ax) * acy - (y - ay) * acx) / area;
                double shareC = (abx * (y - ay) - aby * (x - ax)) / area;
                if (shareB >= 0 && shareC >= 0 && shareB + shareC <= 1) {
                    float depth = (float) (depthA + shareB * depthB + shareC * depthC);
                    int at = y * columns + x;
                    nearest[at] = Math.max(nearest[at], depth);
                }
            }
        }
    }

    /** How much of a small square around a vertex the light reaches, 0..1. */
    double lit(float[] v, int at, int radius) {
        int column = (int) Math.rint(column(v, at));
        int row = (int) Math.rint(row(v, at));
        double depth = depth(v, at) + BIAS;
        int seen = 0;
        for (int y = row - radius; y <= row + radius; y++) {
            for (int x = column - radius; x <= column + radius; x++) {
                boolean outside = x < 0 || y < 0 || x >= columns || y >= rows;
                seen += outside || nearest[y * columns + x] <= depth ? 1 : 0;
            }
        }
        int side = 2 * radius + 1;
        return (double) seen / (side * side);
    }

    private double column(float[] v, int at) {
        return (dot(across, v[at], v[at + 1], v[at + 2]) - left) / CELL;
    }

    private double row(float[] v, int at) {
        return (dot(along, v[at], v[at + 1], v[at + 2]) - top) / CELL;
    }

    private double depth(float[] v, int at) {
        return dot(light, v[at], v[at + 1], v[at + 2]);
    }

    private static double dot(Vec3 axis, float x, float y, float z) {
        return axis.x() * x + axis.y() * y + axis.z() * z;
    }
}
