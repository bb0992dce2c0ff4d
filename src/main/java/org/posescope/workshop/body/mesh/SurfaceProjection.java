package org.posescope.workshop.body.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.posescope.body.math.Vec3;

/** Finds the nearest point of a triangle mesh, as the mesh was when this was made. */
public final class SurfaceProjection {
    /** Side of the cells that triangles are sorted into, and the distance within which a point must be, in metres. */
    private static final double CELL = 0.012;

    private final List<int[]> triangles;
    private final Vec3[] points;
    private final Blend[] blends;
    private final Map<Cell, List<int[]>> grid = new HashMap<>();

    private record Cell(int x, int y, int z) {
        static Cell of(Vec3 p) {
            return new Cell((int) Math.floor(p.x() / CELL), (int) Math.floor(p.y() / CELL),
                    (int) Math.floor(p.z() / CELL));
        }
    }

    /** A point on the surface, and how it is blended. */
    public record Hit(Vec3 point, Blend blend) {}

    public SurfaceProjection(EditableMesh mesh) {
        triangles = mesh.triangles().stream().map(int[]::clone).toList();
        points = new Vec3[mesh.capacity()];
        blends = new Blend[mesh.capacity()];
        for (int v = 0; v < points.length; v++) {
            points[v] = mesh.point(v);
            blends[v] = mesh.blend(v);
        }
        for (int[] t : triangles) {
            Vec3 a = points[t[0]];
            Vec3 b = points[t[1]];
            Vec3 c = points[t[2]];
            Vec3 low = new Vec3(Math.min(a.x(), Math.min(b.x(), c.x())), Math.min(a.y(), Math.min(b.y(), c.y())),
                    Math.min(a.z(), Math.min(b.z(), c.z())));
            Vec3 high = new Vec3(Math.max(a.x(), Math.max(b.x(), c.x())), Math.max(a.y(), Math.max(b.y(), c.y())),
                    Math.max(a.z(), Math.max(b.z(), c.z())));
            forCells(low, high, cell -> grid.computeIfAbsent(cell, key -> new ArrayList<>()).add(t));
        }
    }

    /**
     * The nearest point on the surface.
     *
     * @param facing only triangles whose normal is within 90 degrees of this direction count, so that a point on a lip or a
     *               finger does not jump to the other one
     * @throws IllegalArgumentException when no such triangle is near
     */
    public Hit nearest(Vec3 point, Vec3 facing) {
        Vec3 reach = new Vec3(CELL, CELL, CELL);
        List<int[]> candidates = new ArrayList<>();
        forCells(point.minus(reach), point.plus(reach), cell -> candidates.addAll(grid.getOrDefault(cell, List.of())));
        Hit best = null;
        for (int[] t : candidates) {
            Vec3 a = points[t[0]];
            Vec3 b = points[t[1]];
            Vec3 c = points[t[2]];
            if (Triangle.normal(a, b, c).dot(facing) > 0) {
                double[] shares = nearestShares(point, a, b, c);
                Vec3 near = a.times(shares[0]).plus(shares[1], b).plus(shares[2], c);
                if (best == null || near.distance(point) < best.point.distance(point)) {
                    best = new Hit(near, Blend.sum(new Blend[] {blends[t[0]], blends[t[1]], blends[t[2]]}, shares));
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no surface near " + point);
        }
        return best;
    }

    /**
     * Barycentric coordinates of the point of a triangle that is nearest to another (Ericson, "Real-time collision
     * detection", 2005, 5.1.5).
     */
    private static double[] nearestShares(Vec3 p, Vec3 a, Vec3 b, Vec3 c) {
        Vec3 ab = b.minus(a);
        Vec3 ac = c.minus(a);
        double abP = ab.dot(p.minus(a));
        double acP = ac.dot(p.minus(a));
        if (abP <= 0 && acP <= 0) {
            return new double[] {1, 0, 0};
        }
        double abB = ab.dot(p.minus(b));
        double acB = ac.dot(p.minus(b));
        if (abB >= 0 && acB <= abB) {
            return new double[] {0, 1, 0};
        }
        double shareC = abP * acB - abB * acP;
        if (shareC <= 0 && abP >= 0 && abB <= 0) {
            double share = abP / (abP - abB);
            return new double[] {1 - share, share, 0};
        }
        double abC = ab.dot(p.minus(c));
        double acC = ac.dot(p.minus(c));
        if (acC >= 0 && abC <= acC) {
            return new double[] {0, 0, 1};
        }
        double shareB = abC * acP - abP * acC;
        if (shareB <= 0 && acP >= 0 && acC <= 0) {
            double share = acP / (acP - acC);
            return new double[] {1 - share, 0, share};
        }
        double shareA = abB * acC - abC * acB;
        if (shareA <= 0 && acB - abB >= 0 && abC - acC >= 0) {
            double share = (acB - abB) / (acB - abB + abC - acC);
            return new double[] {0, 1 - share, share};
        }
        double sum = shareA + shareB + shareC;
        return new double[] {shareA / sum, shareB / sum, shareC / sum};
    }

    private static void forCells(Vec3 low, Vec3 high, Consumer<Cell> action) {
        Cell from = Cell.of(low);
        Cell to = Cell.of(high);
        for (int x = from.x; x <= to.x; x++) {
            for (int y = from.y; y <= to.y; y++) {
                for (int z = from.z; z <= to.z; z++) {
                    action.accept(new Cell(x, y, z));
                }
            }
        }
    }
}
