package org.posescope.workshop.body.skin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.body.math.SparseSymmetric;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.mesh.MeshLaplacian;
import org.posescope.workshop.body.surface.BodySurface;

/**
 * Binds the skin to the joints by heat: each vertex is heated by the nearest bone that it can see through the flesh, and the
 * heat spreads over the surface until it is in balance (Baran and Popovic, "Automatic rigging and animation of 3D characters",
 * 2007).
 */
final class HeatWeights {
    /** Bones whose distances differ by less than this share heat together. */
    private static final double TIE = 0.02;
    /** Rays start this share of the way inside, so that they do not hit the vertex's own triangles. */
    private static final double START = 1e-3;
    private static final double PARALLEL = 1e-15;

    private final Rig rig;
    private final BodySurface surface;
    private final Vec3[] points;
    private final List<BoneSegments.Segment> segments;

    /** How near a joint's bones come to a vertex, and where. */
    private record Reach(int joint, Vec3 point, double distance) {}

    /** @param segments of the left side and the middle */
    HeatWeights(Rig rig, BodySurface surface, Vec3[] points, List<BoneSegments.Segment> segments) {
        this.rig = rig;
        this.surface = surface;
        this.points = points;
        this.segments = segments;
    }

    /** V x joints, each row non-negative with a sum of about 1. */
    double[][] compute() {
        int size = surface.size();
        MeshLaplacian laplacian = new MeshLaplacian(points, surface.triangles());
        double[][] source = new double[rig.size()][size];
        for (int v = 0; v < size; v++) {
            List<Reach> heaters = heaters(v);
            double distance = heaters.getFirst().distance;
            double heat = laplacian.area(v) / (distance * distance);
            laplacian.stiffness().add(v, v, heat);
            for (Reach reach : heaters) {
                source[reach.joint][v] += heat / heaters.size();
            }
        }
        SparseSymmetric matrix = laplacian.stiffness().build();
        double[][] weights = new double[size][rig.size()];
        for (int joint = 0; joint < rig.size(); joint++) {
            double[] solution = matrix.solve(source[joint]);
            for (int v = 0; v < size; v++) {
                weights[v][joint] = Math.max(0, solution[v]);
            }
        }
        return weights;
    }

    /** The nearest bone that a vertex sees, and those that are as near; the nearest at all when it sees none. */
    private List<Reach> heaters(int vertex) {
        boolean right = points[vertex].x() < 0;
        Vec3 skin = right ? points[vertex].mirrored() : points[vertex];
        List<Reach> reaches = IntStream.range(0, rig.size()).mapToObj(joint -> reach(joint, skin))
                .flatMap(Optional::stream).sorted(Comparator.comparingDouble(Reach::distance)).toList();
        Reach first = reaches.stream().filter(reach -> sees(skin, reach.point)).findFirst().orElse(reaches.getFirst());
        List<Reach> heaters = new ArrayList<>();
        for (Reach reach : reaches.subList(reaches.indexOf(first), reaches.size())) {
            boolean near = reach.distance <= (1 + TIE) * first.distance;
            if (reach.equals(first) || (near && sees(skin, reach.point))) {
                int joint = right ? rig.mirror(reach.joint) : reach.joint;
                heaters.add(new Reach(joint, reach.point, reach.distance));
            }
        }
        return heaters;
    }

    private Optional<Reach> reach(int joint, Vec3 skin) {
        return segments.stream().filter(segment -> segment.joint() == joint).map(segment -> segment.nearest(skin))
                .map(near -> new Reach(joint, near, near.distance(skin)))
                .min(Comparator.comparingDouble(Reach::distance));
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

    /**
     * Whether the way from start to start + ray goes through a triangle (Moeller and Trumbore, "Fast, minimum storage
     * ray/triangle intersection", 1997).
     */
    private static boolean hits(Vec3 start, Vec3 ray, Vec3 a, Vec3 b, Vec3 c) {
        Vec3 ab = b.minus(a);
        Vec3 ac = c.minus(a);
        Vec3 p = ray.cross(ac);
        double determinant = ab.dot(p);
        if (Math.abs(determinant) < PARALLEL) {
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
