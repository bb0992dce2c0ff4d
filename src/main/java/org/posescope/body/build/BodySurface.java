package org.posescope.body.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reduced surface of the body: closed, of triangles, symmetric.
 *
 * @param blends    V: each vertex as a blend of base mesh vertices; the same in every shape
 * @param triangles T x 3 vertex numbers, counter-clockwise seen from outside
 * @param mirror    V: the vertex on the other side; itself on the middle line
 */
record BodySurface(Blend[] blends, int[][] triangles, int[] mirror) {
    int size() {
        return blends.length;
    }

    /** The neighbours of each vertex, in order around it, counter-clockwise seen from outside. */
    int[][] neighbours() {
        List<Map<Integer, Integer>> next = new ArrayList<>();
        for (int v = 0; v < size(); v++) {
            next.add(new TreeMap<>());
        }
        for (int[] t : triangles) {
            for (int k = 0; k < 3; k++) {
                next.get(t[k]).put(t[(k + 1) % 3], t[(k + 2) % 3]);
            }
        }
        int[][] neighbours = new int[size()][];
        for (int v = 0; v < size(); v++) {
            int[] around = new int[next.get(v).size()];
            int at = next.get(v).keySet().iterator().next();
            for (int k = 0; k < around.length; k++) {
                around[k] = at;
                at = next.get(v).get(at);
            }
            neighbours[v] = around;
        }
        return neighbours;
    }

    /** The surface of a body given by all vertices of the base mesh. */
    Vec3[] points(Vec3[] body) {
        return Arrays.stream(blends).map(blend -> blend.at(body)).toArray(Vec3[]::new);
    }
}
