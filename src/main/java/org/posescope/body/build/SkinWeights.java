package org.posescope.body.build;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Makes dense skinning weights fit for use: smoother, symmetric, at most four a vertex. */
final class SkinWeights {
    static final int PER_VERTEX = 4;

    private SkinWeights() {}

    /**
     * Blends every vertex with the mean of its neighbours.
     *
     * @param weights V x joints, changed in place
     */
    static void smooth(double[][] weights, int[][] neighbours, int rounds) {
        for (int round = 0; round < rounds; round++) {
            double[][] before = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
            for (int v = 0; v < weights.length; v++) {
                for (int j = 0; j < SmplJoints.COUNT; j++) {
                    double sum = 0;
                    for (int other : neighbours[v]) {
                        sum += before[other][j];
                    }
                    weights[v][j] = 0.5 * before[v][j] + 0.5 * sum / neighbours[v].length;
                }
            }
        }
    }

    /** Keeps the largest weights of each vertex, at most four, makes their sum 1 and both sides the same. */
    static void prune(double[][] weights, int[] mirror) {
        for (int v = 0; v < weights.length; v++) {
            if (v <= mirror[v]) {
                double[] row = new double[SmplJoints.COUNT];
                for (int j = 0; j < row.length; j++) {
                    row[j] = 0.5 * (weights[v][j] + weights[mirror[v]][SmplJoints.mirror(j)]);
                }
                double[] kept = largest(row, v == mirror[v]);
                double sum = Arrays.stream(kept).sum();
                for (int j = 0; j < row.length; j++) {
                    weights[v][j] = kept[j] / sum;
                    weights[mirror[v]][SmplJoints.mirror(j)] = kept[j] / sum;
                }
            }
        }
    }

    /** On the middle line a joint stays only together with its twin. */
    private static double[] largest(double[] row, boolean onMiddle) {
        double[] kept = new double[row.length];
        int room = PER_VERTEX;
        int[] order = IntStream.range(0, row.length).boxed().sorted(Comparator.comparingDouble(j -> -row[j]))
                .mapToInt(Integer::intValue).toArray();
        for (int j : order) {
            int twin = onMiddle ? SmplJoints.mirror(j) : j;
            int places = twin == j ? 1 : 2;
            if (kept[j] == 0 && places <= room) {
                kept[j] = row[j];
                kept[twin] = row[j];
                room -= places;
            }
        }
        return kept;
    }
}
