package org.posescope.body.build;

import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * A point as a linear combination of base mesh vertices. Because targets move base vertices linearly, the same blend gives
 * the point in every body shape. The shares sum to 1.
 */
record Blend(int[] vertices, double[] shares) {

    static Blend of(int vertex) {
        return new Blend(new int[] {vertex}, new double[] {1});
    }

    static Blend sum(Blend[] parts, double... shares) {
        TreeMap<Integer, Double> total = new TreeMap<>();
        for (int p = 0; p < parts.length; p++) {
            for (int k = 0; k < parts[p].vertices.length; k++) {
                total.merge(parts[p].vertices[k], shares[p] * parts[p].shares[k], Double::sum);
            }
        }
        return new Blend(total.keySet().stream().mapToInt(Integer::intValue).toArray(),
                total.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Blend mean(int... vertices) {
        double[] shares = new double[vertices.length];
        java.util.Arrays.fill(shares, 1.0 / vertices.length);
        return new Blend(vertices.clone(), shares);
    }

    /** The same blend of other vertices, such as those on the other side of the body. */
    Blend renamed(IntUnaryOperator name) {
        int[] renamed = new int[vertices.length];
        java.util.Arrays.setAll(renamed, k -> name.applyAsInt(vertices[k]));
        return new Blend(renamed, shares);
    }

    Vec3 at(Vec3[] body) {
        Vec3 sum = Vec3.ZERO;
        for (int k = 0; k < vertices.length; k++) {
            sum = sum.plus(shares[k], body[vertices[k]]);
        }
        return sum;
    }
}
