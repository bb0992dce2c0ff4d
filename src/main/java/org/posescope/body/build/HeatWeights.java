package org.posescope.body.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Binds the skin to the joints by heat: each vertex is heated by the nearest bone that it can see through the flesh, and the heat spreads
 * over the surface until it is in balance (Baran and Popovic, "Automatic rigging and animation of 3D characters", 2007).
 */
final class HeatWeights {
    /** How strongly bones heat against how much the skin spreads: large makes joints sharp. */
    private static final double HEAT = 1.0;
    /** Bones whose distances differ by less than this share of the nearest heat together. */
    private static final double TIE = 0.02;
    /** Rays start this share of the way inside, so that they do not hit the vertex's own triangles. */
    private static final double START = 1e-3;

    private final BodySurface surface;
    private final Vec3[] points;
    private final List<BoneSegments.Segment> segments;

    HeatWeights(BodySurface surface, Vec3[] points, List<BoneSegments.Segment> segments) {
        this.surface = surface;
        this.points = points;
        this.segments = segments;
    }

    private record Reach(int joint, double distance, Vec3 point) {}

    /** V x joints, each row non-negative with sum 1, symmetric. */
    double[][] compute() {
        int size = surface.size();
        MeshLaplacian laplacian = MeshLaplacian.of(points, surface.triangles());
        double[][] source = new double[SmplJoints.COUNT][size];
        for (int v = 0; v < size; v++) {
            List<Reach> heaters = heaters(v);
            double distance = heaters.getFirst().distance;
            double heat = HEAT * laplacian.area()[v] / (distance * distance);
            laplacian.stiffness().add(v, v, heat);
            for (Reach reach : heaters) {
                source[reach.joint][v] += heat / heaters.size();
            }
        }
        SparseSymmetric matrix = laplacian.stiffness().build();
        double[][] weights = new double[size][SmplJoints.COUNT];
        for (int joint = 0; joint < SmplJoints.COUNT; joint++) {
            double[] solution = matrix.solve(source[joint]);
            for (int v = 0; v < size; v++) {
                weights[v][joint] = Math.max(0, solution[v]);
            }
        }
        return weights;
    }

    private List<Reach> heaters(int vertex) {
        boolean right = points[vertex].x() < 0;
        Vec3 p = right ? points[vertex].mirrored() : points[vertex];
        List<Reach> reaches = new ArrayList<>();
        for (int joint = 0; joint < SmplJoints.COUNT; joint++) {
            Reach best = null;
            for (BoneSegments.Segment segment : segments) {
                if (segment.joint() == joint) {
                    Vec3 near = segment.nearest(p);
                    if (best == null || near.distance(p) < best.distance) {
                        best = new Reach(right ? SmplJoints.mirror(joint) : joint, near.distance(p), near);
                    }
                }
            }
            if (best != null) {
                reaches.add(best);
            }
        }
        reaches.sort(Comparator.comparingDouble(Reach::distance));
        Reach first = reaches.stream().filter(r -> sees(p, r.point)).findFirst().orElse(reaches.getFirst());
        return reaches.stream().filter(r -> r == first || r.distance >= first.distance
                && r.distance <= (1 + TIE) * first.distance && sees(p, r.point)).toList();
    }

    private boolean sees(Vec3 skin, Vec3 bone) {
        Vec3 start = skin.lerp(bone, START);
        Vec3 ray = bone.minus(start);
        for (int[] t : surface.triangles()) {
            if (hits(start, ray, points[t[0]], points[t[1]], points[t[2]])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a ray from start to start + ray goes through a triangle (Moeller and Trumbore, 1997). */
    private static boolean hits(Vec3 start, Vec3 ray, Vec3 a, Vec3 b, Vec3 c) {
        Vec3 ab = b.minus(a);
        Vec3 ac = c.minus(a);
        Vec3 p = ray.cross(ac);
        double determinant = ab.dot(p);
        if (Math.abs(determinant) < 1e-15) {
            return false;
        }
        Vec3 s = start.minus(a);
        double u = s.dot(p) / determinant;
        if (u < 0 || u > 1) {
            return false;
        }
        Vec3 q = s.cross(ab);
        double v = ray.dot(q) / determinant;
        double along = ac.dot(q) / determinant;
        return v >= 0 && u + v <= 1 && along > 0 && along < 1;
    }
}
