package org.posescope.body.build;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The point about which each vertex turns when several joints move it: the middle of the part of the body that they move in the same
 * way (Le and Hodgins, "Real-time skeletal skinning with optimized centers of rotation", 2016, equations 1 and 4).
 */
final class RotationCenters {
    /** How alike weights must be to count as moved in the same way. */
    private static final double SIGMA = 0.1;

    private final double[][] weights;
    private final int[][] joints;

    private RotationCenters(double[][] weights) {
        this.weights = weights;
        joints = Arrays.stream(weights)
                .map(row -> IntStream.range(0, row.length).filter(j -> row[j] > 0).toArray()).toArray(int[][]::new);
    }

    /**
     * One centre a vertex; the vertex itself where only one joint moves it.
     *
     * @param points  V in the rest pose
     * @param area    V, the surface that belongs to each vertex
     * @param weights V x joints
     */
    static Vec3[] of(Vec3[] points, double[] area, double[][] weights) {
        RotationCenters similar = new RotationCenters(weights);
        Vec3[] centers = new Vec3[points.length];
        Arrays.setAll(centers, v -> similar.center(v, points, area));
        return centers;
    }

    private Vec3 center(int vertex, Vec3[] points, double[] area) {
        if (joints[vertex].length < 2) {
            return points[vertex];
        }
        Vec3 sum = Vec3.ZERO;
        double total = 0;
        for (int other = 0; other < points.length; other++) {
            double alike = similarity(vertex, other);
            if (alike > 0) {
                sum = sum.plus(alike * area[other], points[other]);
                total += alike * area[other];
            }
        }
        return sum.times(1 / total);
    }

    private double similarity(int p, int v) {
        double[] wp = weights[p];
        double[] wv = weights[v];
        double sum = 0;
        for (int j : joints[p]) {
            if (wv[j] > 0) {
                for (int k : joints[p]) {
                    if (k != j && wv[k] > 0) {
                        double difference = (wp[j] * wv[k] - wp[k] * wv[j]) / SIGMA;
                        sum += wp[j] * wp[k] * wv[j] * wv[k] * StrictMath.exp(-difference * difference);
                    }
                }
            }
        }
        return sum;
    }
}
