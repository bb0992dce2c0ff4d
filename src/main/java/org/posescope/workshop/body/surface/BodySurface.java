package org.posescope.workshop.body.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.mesh.Blend;

/** The surface of the body: closed, of triangles, symmetric, each vertex a blend of the base mesh's. Immutable. */
public final class BodySurface {
    private final Blend[] blends;
    private final int[][] triangles;
    private final int[] mirror;
    private final int[][] neighbours;

    /**
     * Takes the arrays as they are; they must not change.
     *
     * @param blends    V
     * @param triangles T x 3 vertex numbers, counter-clockwise seen from outside
     * @param mirror    V: the vertex on the other side, itself on the middle line
     */
    BodySurface(Blend[] blends, int[][] triangles, int[] mirror) {
        this.blends = blends;
        this.triangles = triangles;
        this.mirror = mirror;
        neighbours = rings(blends.length, triangles);
    }

    private static int[][] rings(int vertices, int[][] triangles) {
        List<Map<Integer, Integer>> following = new ArrayList<>();
        for (int v = 0; v < vertices; v++) {
            following.add(new TreeMap<>());
        }
        for (int[] t : triangles) {
            for (int k = 0; k < t.length; k++) {
                following.get(t[k]).put(t[(k + 1) % t.length], t[(k + 2) % t.length]);
            }
        }
        return following.stream().map(BodySurface::ring).toArray(int[][]::new);
    }

    private static int[] ring(Map<Integer, Integer> following) {
        int[] ring = new int[following.size()];
        ring[0] = following.keySet().iterator().next();
        for (int k = 1; k < ring.length; k++) {
            ring[k] = following.get(ring[k - 1]);
        }
        return ring;
    }

    /** The number of vertices. */
    public int size() {
        return blends.length;
    }

    Blend blend(int vertex) {
        return blends[vertex];
    }

    /** The corners of each triangle, counter-clockwise seen from outside; not to be changed. */
    public int[][] triangles() {
        return triangles;
    }

    /** The vertex on the other side; itself on the middle line. */
    public int mirror(int vertex) {
        return mirror[vertex];
    }

    /** The neighbours of each vertex in order around it, counter-clockwise seen from outside; not to be changed. */
    public int[][] neighbours() {
        return neighbours;
    }

    /** Where the vertices are in a body given by all vertices of the base mesh. */
    public Vec3[] points(Vec3[] body) {
        return Arrays.stream(blends).map(blend -> blend.at(body)).toArray(Vec3[]::new);
    }

    /** Points of the vertices, each pair of twins brought to exact mirror images. */
    public Vec3[] symmetric(Vec3[] points) {
        Vec3[] result = new Vec3[points.length];
        Arrays.setAll(result, v -> points[v].plus(points[mirror[v]].mirrored()).times(0.5));
        return result;
    }

    /**
     * The same surface with other vertex numbers.
     *
     * @param order the present number of each new vertex
     */
    public BodySurface renumbered(int[] order) {
        int[] fresh = new int[order.length];
        for (int v = 0; v < order.length; v++) {
            fresh[order[v]] = v;
        }
        return new BodySurface(Arrays.stream(order).mapToObj(v -> blends[v]).toArray(Blend[]::new),
                Arrays.stream(triangles).map(t -> Arrays.stream(t).map(v -> fresh[v]).toArray()).toArray(int[][]::new),
                Arrays.stream(order).map(v -> fresh[mirror[v]]).toArray());
    }
}
