package org.posescope.workshop.body.mesh;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

import org.posescope.body.math.Vec3;

/**
 * A point as a linear combination of the vertices of another mesh, with shares of sum 1. When those vertices move, the blend
 * says where the point goes. Immutable.
 */
public final class Blend {
    private final int[] vertices;
    private final double[] shares;

    private Blend(int[] vertices, double[] shares) {
        this.vertices = vertices;
        this.shares = shares;
    }

    /** A vertex itself. */
    public static Blend of(int vertex) {
        return new Blend(new int[] {vertex}, new double[] {1});
    }

    /** The mean of some vertices. */
    public static Blend mean(int... vertices) {
        double[] shares = new double[vertices.length];
        Arrays.fill(shares, 1.0 / vertices.length);
        return new Blend(vertices.clone(), shares);
    }

    /** The mean of some blends. */
    static Blend mean(Blend... parts) {
        double[] shares = new double[parts.length];
        Arrays.fill(shares, 1.0 / parts.length);
        return sum(parts, shares);
    }

    /** Blends blended again; the shares may be negative, but their sum is 1. */
    public static Blend sum(Blend[] parts, double... shares) {
        TreeMap<Integer, Double> total = new TreeMap<>();
        for (int p = 0; p < parts.length; p++) {
            for (int k = 0; k < parts[p].vertices.length; k++) {
                total.merge(parts[p].vertices[k], shares[p] * parts[p].shares[k], Double::sum);
            }
        }
        return new Blend(total.keySet().stream().mapToInt(Integer::intValue).toArray(),
                total.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The same blend of other vertices, such as those on the other side of the body. */
    public Blend renamed(IntUnaryOperator name) {
        return new Blend(Arrays.stream(vertices).map(name).toArray(), shares);
    }

    /** Where the point is when the vertices are at some places. */
    public Vec3 at(Vec3[] places) {
        Vec3 sum = Vec3.ZERO;
        for (int k = 0; k < vertices.length; k++) {
            sum = sum.plus(shares[k], places[vertices[k]]);
        }
        return sum;
    }

    /** How much some vertices have to do with the point: the sum of their shares without their signs. */
    public double influence(IntPredicate some) {
        double sum = 0;
        for (int k = 0; k < vertices.length; k++) {
            if (some.test(vertices[k])) {
                sum += Math.abs(shares[k]);
            }
        }
        return sum;
    }
}
