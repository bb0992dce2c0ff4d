package org.posescope.workshop.body.skin;

import java.util.Arrays;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.mesh.MeshLaplacian;
import org.posescope.workshop.body.surface.BodySurface;

/**
 * The point about which each vertex turns when several joints move it: the middle of the part of the body that they move in
 * the same way (Le and Hodgins, "Real-time skeletal skinning with optimized centers of rotation", 2016, equations 1 and 4).
 */
final class RotationCenters {
    /** How alike weights must be to count as moving in the same way. */
    private static final double SIGMA = 0.1;

    private final Vec3[] points;
    private final SkinWeights weights;
    private final MeshLaplacian surface;

    private RotationCenters(Vec3[] points, SkinWeights weights, MeshLaplacian surface) {
        this.points = points;
        this.weights = weights;
        this.surface = surface;
    }

    /** One centre a vertex; the vertex itself where only one joint moves it. */
    static Vec3[] of(Vec3[] points, BodySurface surface, SkinWeights weights) {
        RotationCenters centers = new RotationCenters(points, weights, new MeshLaplacian(points, surface.triangles()));
        Vec3[] result = new Vec3[points.length];
        Arrays.setAll(result, centers::center);
        return result;
    }

    private Vec3 center(int vertex) {
        if (weights.joints(vertex).length < 2) {
            return points[vertex];
        }
        Vec3 sum = Vec3.ZERO;
        double total = 0;
        for (int other = 0; other < points.length; other++) {
            double share = similarity(vertex, other) * surface.area(other);
            if (share > 0) {
                sum = sum.plus(share, points[other]);
                total += share;
            }
        }
        return sum.times(1 / total);
    }

    private double similarity(int p, int v) {
        double sum = 0;
        for (int j : weights.joints(p)) {
            for (int k : weights.joints(p)) {
                double common = weights.of(v, j) * weights.of(v, k);
                if (j != k && common > 0) {
                    double difference = weights.of(p, j) * weights.of(v, k) - weights.of(p, k) * weights.of(v, j);
                    double ratio = difference / SIGMA;
                    sum += weights.of(p, j) * weights.of(p, k) * common * StrictMath.exp(-ratio * ratio);
                }
            }
        }
        return sum;
    }
}
