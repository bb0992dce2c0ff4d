package org.posescope.workshop.body.skin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.surface.BodySurface;

/** How much each vertex moves with each joint: non-negative, sum 1, at most four joints a vertex, symmetric. Immutable. */
public final class SkinWeights {
    private static final int MOST_JOINTS = 4;
    private static final int SMOOTHING_ROUNDS = 2;

    private final double[][] rows;
    private final int[][] joints;

    private SkinWeights(double[][] rows) {
        this.rows = rows;
        joints = Arrays.stream(rows).map(row -> IntStream.range(0, row.length).filter(j -> row[j] > 0).toArray())
                .toArray(int[][]::new);
    }

    /**
     * Binds the surface of a body.
     *
     * @param rig  to whose joints
     * @param body all vertices of the base mesh in A-pose
     */
    public static SkinWeights bind(Rig rig, BaseMesh base, BodySurface surface, Vec3[] body) {
        double[][] heat = new HeatWeights(rig, surface, surface.points(body), BoneSegments.of(rig, base, body))
                .compute();
        for (int round = 0; round < SMOOTHING_ROUNDS; round++) {
            heat = smoothed(heat, surface.neighbours());
        }
        double[][] rows = new double[heat.length][];
        for (int v = 0; v < rows.length; v++) {
            int twin = surface.mirror(v);
            if (v <= twin) {
                double[] row = mean(heat[v], mirrored(rig, heat[twin]));
                rows[v] = largest(rig, row, v == twin);
                rows[twin] = mirrored(rig, rows[v]);
            }
        }
        return new SkinWeights(rows);
    }

    private static double[][] smoothed(double[][] weights, int[][] neighbours) {
        double[][] smooth = new double[weights.length][weights[0].length];
        for (int v = 0; v < weights.length; v++) {
            for (int j = 0; j < weights[0].length; j++) {
                double sum = 0;
                for (int other : neighbours[v]) {
                    sum += weights[other][j];
                }
                smooth[v][j] = 0.5 * weights[v][j] + 0.5 * sum / neighbours[v].length;
            }
        }
        return smooth;
    }

    private static double[] mirrored(Rig rig, double[] row) {
        return IntStream.range(0, row.length).mapToDouble(j -> row[rig.mirror(j)]).toArray();
    }

    private static double[] mean(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(j -> 0.5 * (a[j] + b[j])).toArray();
    }

    /** The largest weights, scaled to a sum of 1. On the middle line a joint stays only together with its twin. */
    private static double[] largest(Rig rig, double[] row, boolean onMiddle) {
        double[] kept = new double[row.length];
        int room = MOST_JOINTS;
        int[] order = IntStream.range(0, row.length).boxed().sorted(Comparator.comparingDouble(j -> -row[j]))
                .mapToInt(Integer::intValue).toArray();
        for (int j : order) {
            int twin = onMiddle ? rig.mirror(j) : j;
            int places = twin == j ? 1 : 2;
            if (kept[j] == 0 && places <= room) {
                kept[j] = row[j];
                kept[twin] = row[j];
                room -= places;
            }
        }
        double sum = Arrays.stream(kept).sum();
        return Arrays.stream(kept).map(weight -> weight / sum).toArray();
    }

    /**
     * The same weights after a joint of the middle has taken a share of each vertex from the others.
     *
     * @param shares one a vertex, 0..1, alike on both sides
     */
    public SkinWeights withShares(Rig rig, int joint, double[] shares) {
        double[][] taken = new double[rows.length][];
        for (int v = 0; v < rows.length; v++) {
            double kept = 1 - shares[v];
            taken[v] = Arrays.stream(rows[v]).map(weight -> kept * weight).toArray();
            taken[v][joint] += shares[v];
            boolean symmetric = Arrays.equals(taken[v], mirrored(rig, taken[v]));
            taken[v] = largest(rig, taken[v], symmetric);
        }
        return new SkinWeights(taken);
    }

    /** Of a vertex for a joint, 0..1. */
    public double of(int vertex, int joint) {
        return rows[vertex][joint];
    }

    /** The joints with which a vertex moves; not to be changed. */
    int[] joints(int vertex) {
        return joints[vertex];
    }

    /** The joint with which a vertex moves most. */
    public int strongest(int vertex) {
        double[] row = rows[vertex];
        return Arrays.stream(joints[vertex]).boxed().max(Comparator.comparingDouble(j -> row[j])).orElseThrow();
    }

    /**
     * The same weights for other vertex numbers.
     *
     * @param order the present number of each new vertex
     */
    public SkinWeights renumbered(int[] order) {
        return new SkinWeights(Arrays.stream(order).mapToObj(v -> rows[v]).toArray(double[][]::new));
    }
}
