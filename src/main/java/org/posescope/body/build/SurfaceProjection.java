package org.posescope.body.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the nearest point of a triangle mesh; good for points that are at most about a centimetre away from it. */
final class SurfaceProjection {
    private static final double CELL = 0.012;

    private final List<Vec3[]> corners = new ArrayList<>();
    private final List<Blend[]> blends = new ArrayList<>();
    private final Map<List<Integer>, List<Integer>> grid = new HashMap<>();

    /** The nearest point and how it is blended. */
    record Hit(Vec3 point, Blend blend) {}

    SurfaceProjection(EditableMesh mesh) {
        for (int[] t : mesh.triangles()) {
            corners.add(new Vec3[] {mesh.point(t[0]), mesh.point(t[1]), mesh.point(t[2])});
            blends.add(new Blend[] {mesh.blend(t[0]), mesh.blend(t[1]), mesh.blend(t[2])});
            Vec3[] p = corners.getLast();
            forCells(min(p[0], min(p[1], p[2])), max(p[0], max(p[1], p[2])),
                    key -> grid.computeIfAbsent(key, k -> new ArrayList<>()).add(corners.size() - 1));
        }
    }

    /**
     * The nearest point on the surface.
     *
     * @param facing only triangles whose normal is within 90 degrees of this direction count, so that a point on a lip or a finger does
     *               not jump to the other one
     * @throws IllegalArgumentException when no such triangle is near
     */
    Hit nearest(Vec3 point, Vec3 facing) {
        Vec3 reach = new Vec3(CELL, CELL, CELL);
        int best = -1;
        double[] bestShares = null;
        double bestDistance = Double.MAX_VALUE;
        List<Integer> candidates = new ArrayList<>();
        forCells(point.minus(reach), point.plus(reach), key -> candidates.addAll(grid.getOrDefault(key, List.of())));
        for (int t : candidates) {
            Vec3[] p = corners.get(t);
            if (EditableMesh.normal(p[0], p[1], p[2]).dot(facing) <= 0) {
                continue;
            }
            double[] shares = nearestShares(point, p);
            double distance = blend(p, shares).distance(point);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = t;
                bestShares = shares;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("no surface near " + point);
        }
        return new Hit(blend(corners.get(best), bestShares), Blend.sum(blends.get(best), bestShares));
    }

    private static Vec3 blend(Vec3[] p, double[] shares) {
        return p[0].times(shares[0]).plus(shares[1], p[1]).plus(shares[2], p[2]);
    }

    /** Barycentric coordinates of the point of a triangle that is nearest to another (Ericson, "Real-Time Collision Detection", 5.1.5). */
    private static double[] nearestShares(Vec3 p, Vec3[] t) {
        Vec3 ab = t[1].minus(t[0]);
        Vec3 ac = t[2].minus(t[0]);
        Vec3 ap = p.minus(t[0]);
        double d1 = ab.dot(ap);
        double d2 = ac.dot(ap);
        if (d1 <= 0 && d2 <= 0) {
            return new double[] {1, 0, 0};
        }
        Vec3 bp = p.minus(t[1]);
        double d3 = ab.dot(bp);
        double d4 = ac.dot(bp);
        if (d3 >= 0 && d4 <= d3) {
            return new double[] {0, 1, 0};
        }
        double vc = d1 * d4 - d3 * d2;
        if (vc <= 0 && d1 >= 0 && d3 <= 0) {
            double v = d1 / (d1 - d3);
            return new double[] {1 - v, v, 0};
        }
        Vec3 cp = p.minus(t[2]);
        double d5 = ab.dot(cp);
        double d6 = ac.dot(cp);
        if (d6 >= 0 && d5 <= d6) {
            return new double[] {0, 0, 1};
        }
        double vb = d5 * d2 - d1 * d6;
        if (vb <= 0 && d2 >= 0 && d6 <= 0) {
            double w = d2 / (d2 - d6);
            return new double[] {1 - w, 0, w};
        }
        double va = d3 * d6 - d5 * d4;
        if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
            double w = (d4 - d3) / (d4 - d3 + d5 - d6);
            return new double[] {0, 1 - w, w};
        }
        double sum = va + vb + vc;
        return new double[] {va / sum, vb / sum, vc / sum};
    }

    private static void forCells(Vec3 low, Vec3 high, java.util.function.Consumer<List<Integer>> action) {
        for (int x = cell(low.x()); x <= cell(high.x()); x++) {
            for (int y = cell(low.y()); y <= cell(high.y()); y++) {
                for (int z = cell(low.z()); z <= cell(high.z()); z++) {
                    action.accept(List.of(x, y, z));
                }
            }
        }
    }

    private static int cell(double coordinate) {
        return (int) Math.floor(coordinate / CELL);
    }

    private static Vec3 min(Vec3 a, Vec3 b) {
        return new Vec3(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()));
    }

    private static Vec3 max(Vec3 a, Vec3 b) {
        return new Vec3(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()));
    }
}
