package org.posescope.body.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A symmetric matrix of few entries, row by row. Immutable. */
public final class SparseSymmetric {
    private static final double PRECISION = 1e-10;
    private static final int MAX_STEPS_PER_ROW = 10;

    private final int[][] columns;
    private final double[][] values;

    private SparseSymmetric(int[][] columns, double[][] values) {
        this.columns = columns;
        this.values = values;
    }

    /** Collects entries; those at the same place add up. */
    public static final class Builder {
        private final List<TreeMap<Integer, Double>> rows = new ArrayList<>();

        public Builder(int size) {
            for (int r = 0; r < size; r++) {
                rows.add(new TreeMap<>());
            }
        }

        /** Adds to an entry; whoever does so off the diagonal adds to its mirror image too. */
        public void add(int row, int column, double value) {
            rows.get(row).merge(column, value, Double::sum);
        }

        public SparseSymmetric build() {
            return new SparseSymmetric(
                    rows.stream().map(row -> row.keySet().stream().mapToInt(Integer::intValue).toArray())
                            .toArray(int[][]::new),
                    rows.stream().map(row -> row.values().stream().mapToDouble(Double::doubleValue).toArray())
                            .toArray(double[][]::new));
        }
    }

    private double[] times(double[] x) {
        double[] y = new double[x.length];
        for (int r = 0; r < y.length; r++) {
            double sum = 0;
            for (int k = 0; k < columns[r].length; k++) {
                sum += values[r][k] * x[columns[r][k]];
            }
            y[r] = sum;
        }
        return y;
    }

    private double[] diagonal() {
        double[] diagonal = new double[columns.length];
        Arrays.setAll(diagonal, r -> values[r][Arrays.binarySearch(columns[r], r)]);
        return diagonal;
    }

    /**
     * The x with {@code this x = b}, to a relative residual of {@value #PRECISION}, by conjugate gradients preconditioned by
     * the diagonal. The matrix must be positive definite.
     *
     * @throws IllegalStateException when they do not converge
     */
    public double[] solve(double[] b) {
        int n = columns.length;
        double[] diagonal = diagonal();
        double[] x = new double[n];
        double[] residual = b.clone();
        double[] scaled = new double[n];
        double[] direction = new double[n];
        double rz = 1;
        double goal = PRECISION * PRECISION * dot(b, b);
        for (int step = 0; step < MAX_STEPS_PER_ROW * n; step++) {
            if (dot(residual, residual) <= goal) {
                return x;
            }
            Arrays.setAll(scaled, r -> residual[r] / diagonal[r]);
            double next = dot(residual, scaled);
            double beta = step == 0 ? 0 : next / rz;
            rz = next;
            Arrays.setAll(direction, r -> scaled[r] + beta * direction[r]);
            double[] product = times(direction);
            double alpha = rz / dot(direction, product);
            Arrays.setAll(x, r -> x[r] + alpha * direction[r]);
            Arrays.setAll(residual, r -> residual[r] - alpha * product[r]);
        }
        throw new IllegalStateException("conjugate gradients did not converge");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
