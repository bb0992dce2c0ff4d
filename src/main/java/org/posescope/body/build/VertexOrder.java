package org.posescope.body.build;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers the vertices so that those which move together have neighbouring numbers: left arm, trunk, right arm, head, legs. A joint's pose blend
 * shapes are then zero outside a short range.
 */
final class VertexOrder {
    private static final List<Integer> JOINTS = List.of(22, 20, 18, 16, 13, 9, 14, 17, 19, 21, 23, 15, 12, 6, 3, 0, 1,
            4, 7,
            10, 2, 5, 8, 11);

    private VertexOrder() {}

    /** The old number of each new vertex. */
    static int[] of(double[][] weights) {
        return IntStream.range(0, weights.length).boxed().sorted(Comparator.comparingInt(v -> rank(weights[v])))
                .mapToInt(Integer::intValue).toArray();
    }

    private static int rank(double[] row) {
        int strongest = IntStream.range(0, row.length).boxed().max(Comparator.comparingDouble(j -> row[j]))
                .orElseThrow();
        return JOINTS.indexOf(strongest);
    }

    /** Gives a surface's vertices new numbers. */
    static BodySurface apply(int[] order, BodySurface surface) {
        int[] fresh = new int[order.length];
        for (int v = 0; v < order.length; v++) {
            fresh[order[v]] = v;
        }
        Blend[] blends = Arrays.stream(order).mapToObj(v -> surface.blends()[v]).toArray(Blend[]::new);
        int[][] triangles = Arrays.stream(surface.triangles())
                .map(t -> Arrays.stream(t).map(v -> fresh[v]).toArray()).toArray(int[][]::new);
        int[] mirror = Arrays.stream(order).map(v -> fresh[surface.mirror()[v]]).toArray();
        return new BodySurface(blends, triangles, mirror);
    }

    static double[][] apply(int[] order, double[][] rows) {
        return Arrays.stream(order).mapToObj(v -> rows[v]).toArray(double[][]::new);
    }
}
