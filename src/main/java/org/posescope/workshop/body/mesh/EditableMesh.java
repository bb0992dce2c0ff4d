package org.posescope.workshop.body.mesh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.posescope.body.math.Vec3;

/**
 * A triangle mesh, open or closed, whose vertices can be moved and merged and whose edges can be turned. Vertices and
 * triangles keep their numbers; those that are gone are in no list any more.
 */
public final class EditableMesh {
    private final List<Vec3> points = new ArrayList<>();
    private final List<Blend> blends = new ArrayList<>();
    private final List<int[]> triangles = new ArrayList<>();
    private final List<Set<Integer>> trianglesAt = new ArrayList<>();

    /** Adds a vertex without triangles, and gives its number. */
    public int addVertex(Blend blend, Vec3 point) {
        points.add(point);
        blends.add(blend);
        trianglesAt.add(new LinkedHashSet<>());
        return points.size() - 1;
    }

    /** Adds a triangle, its corners counter-clockwise seen from outside. */
    public void addTriangle(int a, int b, int c) {
        triangles.add(new int[] {a, b, c});
        for (int v : new int[] {a, b, c}) {
            trianglesAt.get(v).add(triangles.size() - 1);
        }
    }

    /** The number of vertices ever added. */
    public int capacity() {
        return points.size();
    }

    /** Whether a vertex has triangles. */
    public boolean isAlive(int vertex) {
        return !trianglesAt.get(vertex).isEmpty();
    }

    public Vec3 point(int vertex) {
        return points.get(vertex);
    }

    public Blend blend(int vertex) {
        return blends.get(vertex);
    }

    public void move(int vertex, Blend blend, Vec3 point) {
        blends.set(vertex, blend);
        points.set(vertex, point);
    }

    /** The corners of all triangles that are there; not to be changed. */
    public List<int[]> triangles() {
        return triangles.stream().filter(Objects::nonNull).toList();
    }

    /** The triangles that have a vertex; not to be changed. */
    Set<Integer> trianglesAt(int vertex) {
        return trianglesAt.get(vertex);
    }

    /** The triangles that have both vertices. */
    List<Integer> trianglesAt(int a, int b) {
        return trianglesAt.get(a).stream().filter(t -> has(triangles.get(t), b)).toList();
    }

    int[] corners(int triangle) {
        return triangles.get(triangle);
    }

    /** The vertices that share an edge with one, in the order of their numbers. */
    public SortedSet<Integer> neighbours(int vertex) {
        SortedSet<Integer> found = new TreeSet<>();
        for (int t : trianglesAt.get(vertex)) {
            for (int v : triangles.get(t)) {
                if (v != vertex) {
                    found.add(v);
                }
            }
        }
        return found;
    }

    /** Whether a vertex is at the end of an open edge. */
    public boolean isOnBorder(int vertex) {
        return neighbours(vertex).stream().anyMatch(other -> trianglesAt(vertex, other).size() == 1);
    }

    /** The normal of a triangle; its length is twice the area. */
    Vec3 normal(int triangle) {
        int[] t = triangles.get(triangle);
        return Triangle.normal(point(t[0]), point(t[1]), point(t[2]));
    }

    /** Unit normal at a vertex, the mean of its triangles' by area. */
    public Vec3 vertexNormal(int vertex) {
        Vec3 sum = Vec3.ZERO;
        for (int t : trianglesAt.get(vertex)) {
            sum = sum.plus(normal(t));
        }
        return sum.unit();
    }

    /** The smallest cosine between a direction and the normals of a vertex's triangles. */
    public double flatness(int vertex, Vec3 direction) {
        return trianglesAt.get(vertex).stream().mapToDouble(t -> direction.dot(normal(t).unit())).min().orElse(1);
    }

    /** The {@link Triangle#quality} of the worst triangle at a vertex. */
    public double worstQuality(int vertex) {
        double worst = 1;
        for (int t : trianglesAt.get(vertex)) {
            int[] c = triangles.get(t);
            worst = Math.min(worst, Triangle.quality(point(c[0]), point(c[1]), point(c[2])));
        }
        return worst;
    }

    /** Puts one vertex in the place of another; triangles that had both vanish. */
    void merge(int gone, int kept) {
        for (int t : trianglesAt.get(gone)) {
            int[] corners = triangles.get(t);
            if (has(corners, kept)) {
                for (int v : corners) {
                    if (v != gone) {
                        trianglesAt.get(v).remove(t);
                    }
                }
                triangles.set(t, null);
            } else {
                rename(corners, gone, kept);
                trianglesAt.get(kept).add(t);
            }
        }
        trianglesAt.get(gone).clear();
    }

    /**
     * Turns the edge inside two triangles to the other diagonal of their four corners.
     *
     * @param left  the triangle in which {@code to} follows {@code from}
     * @param right the one in which {@code from} follows {@code to}
     */
    void flip(int left, int right, int from, int to) {
        int a = third(left, from, to);
        int b = third(right, from, to);
        replace(left, to, b);
        replace(right, from, a);
    }

    /** The corner of a triangle besides two others. */
    int third(int triangle, int u, int v) {
        for (int corner : triangles.get(triangle)) {
            if (corner != u && corner != v) {
                return corner;
            }
        }
        throw new IllegalStateException("a triangle of two corners");
    }

    private void replace(int triangle, int old, int fresh) {
        rename(triangles.get(triangle), old, fresh);
        trianglesAt.get(old).remove(triangle);
        trianglesAt.get(fresh).add(triangle);
    }

    private static void rename(int[] corners, int old, int fresh) {
        for (int k = 0; k < corners.length; k++) {
            if (corners[k] == old) {
                corners[k] = fresh;
            }
        }
    }

    static boolean has(int[] corners, int vertex) {
        return corners[0] == vertex || corners[1] == vertex || corners[2] == vertex;
    }
}
