package org.posescope.body.build;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A triangle mesh whose vertices can be merged and whose edges can be turned. Vertices and triangles keep their numbers;
 * those that are gone are in no list any more.
 */
final class EditableMesh {
    private final List<Vec3> points = new ArrayList<>();
    private final List<Blend> blends = new ArrayList<>();
    private final List<int[]> triangles = new ArrayList<>();
    private final List<List<Integer>> trianglesAt = new ArrayList<>();

    int addVertex(Blend blend, Vec3 point) {
        points.add(point);
        blends.add(blend);
        trianglesAt.add(new ArrayList<>());
        return points.size() - 1;
    }

    void addTriangle(int a, int b, int c) {
        triangles.add(new int[] {a, b, c});
        for (int v : new int[] {a, b, c}) {
            trianglesAt.get(v).add(triangles.size() - 1);
        }
    }

    /** The number of vertices ever added. */
    int capacity() {
        return points.size();
    }

    boolean alive(int vertex) {
        return !trianglesAt.get(vertex).isEmpty();
    }

    int aliveCount() {
        return Math.toIntExact(trianglesAt.stream().filter(list -> !list.isEmpty()).count());
    }

    Vec3 point(int vertex) {
        return points.get(vertex);
    }

    Blend blend(int vertex) {
        return blends.get(vertex);
    }

    void move(int vertex, Blend blend, Vec3 point) {
        blends.set(vertex, blend);
        points.set(vertex, point);
    }

    List<Integer> trianglesAt(int vertex) {
        return trianglesAt.get(vertex);
    }

    int[] corners(int triangle) {
        return triangles.get(triangle);
    }

    /** Triangles that are still there. */
    List<int[]> triangles() {
        return triangles.stream().filter(t -> t != null).toList();
    }

    TreeSet<Integer> neighbours(int vertex) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int t : trianglesAt.get(vertex)) {
            for (int v : triangles.get(t)) {
                if (v != vertex) {
                    found.add(v);
                }
            }
        }
        return found;
    }

    /** The triangles that have both vertices. */
    List<Integer> trianglesAt(int a, int b) {
        return trianglesAt.get(a).stream().filter(t -> has(triangles.get(t), b)).toList();
    }

    boolean onBoundary(int vertex) {
        for (int other : neighbours(vertex)) {
            if (trianglesAt(vertex, other).size() == 1) {
                return true;
            }
        }
        return false;
    }

    /** Area-weighted normal of a triangle, of length twice its area. */
    Vec3 normal(int triangle) {
        int[] t = triangles.get(triangle);
        return normal(point(t[0]), point(t[1]), point(t[2]));
    }

    /** Unit normal at a vertex, the mean of its triangles' by area. */
    Vec3 vertexNormal(int vertex) {
        Vec3 sum = Vec3.ZERO;
        for (int t : trianglesAt.get(vertex)) {
            sum = sum.plus(normal(t));
        }
        return sum.unit();
    }

    static Vec3 normal(Vec3 a, Vec3 b, Vec3 c) {
        return b.minus(a).cross(c.minus(a));
    }

    /** 1 for an equilateral triangle, towards 0 for a sliver: 4 sqrt(3) area / sum of squared sides. */
    static double quality(Vec3 a, Vec3 b, Vec3 c) {
        Vec3 ab = b.minus(a);
        Vec3 bc = c.minus(b);
        Vec3 ca = a.minus(c);
        double sides = ab.dot(ab) + bc.dot(bc) + ca.dot(ca);
        return sides > 0 ? 2 * Math.sqrt(3) * normal(a, b, c).length() / sides : 0;
    }

    /** Puts one vertex in the place of another; triangles that had both vanish. */
    void merge(int gone, int kept) {
        for (int t : trianglesAt.get(gone)) {
            int[] corners = triangles.get(t);
            if (has(corners, kept)) {
                for (int v : corners) {
                    if (v != gone) {
                        trianglesAt.get(v).remove((Integer) t);
                    }
                }
                triangles.set(t, null);
            } else {
                for (int k = 0; k < 3; k++) {
                    if (corners[k] == gone) {
                        corners[k] = kept;
                    }
                }
                trianglesAt.get(kept).add(t);
            }
        }
        trianglesAt.set(gone, new ArrayList<>());
    }

    /**
     * Turns the edge inside two triangles to the other diagonal of their four corners.
     *
     * @param left  has the edge
     * @param right has it too
     * @param from  the edge's ends, now corners of the two triangles
     */
    void flip(int left, int right, int from, int to) {
        int a = third(left, from, to);
        int b = third(right, from, to);
        replace(left, to, b);
        replace(right, from, a);
    }

    int third(int triangle, int u, int v) {
        for (int corner : triangles.get(triangle)) {
            if (corner != u && corner != v) {
                return corner;
            }
        }
        throw new IllegalStateException("a triangle of two corners");
    }

    private void replace(int triangle, int old, int fresh) {
        int[] corners = triangles.get(triangle);
        for (int k = 0; k < 3; k++) {
            if (corners[k] == old) {
                corners[k] = fresh;
            }
        }
        trianglesAt.get(old).remove((Integer) triangle);
        trianglesAt.get(fresh).add(triangle);
    }

    private static boolean has(int[] corners, int vertex) {
        return corners[0] == vertex || corners[1] == vertex || corners[2] == vertex;
    }
}
