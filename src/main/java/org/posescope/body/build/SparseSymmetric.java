package org.posescope.body.build;

import java.util.Arrays;
import java.util.TreeMap;

/** A square symmetric matrix of few entries, built entry by entry, in rows. */
final class SparseSymmetric {
    private final int[][] columns;
    private final double[][] values;

    private SparseSymmetric(int[][] columns, double[][] values) {
        this.columns = columns;
        this.values = values;
    }

    /** Collects entries; those at the same place add up. */
    static final class Builder {
        private final TreeMap<Integer, Double>[] rows;

        @SuppressWarnings({"unchecked", "rawtypes"})
        Builder(int size) {
            rows = new TreeMap[size];
            Arrays.setAll(rows, r -> new TreeMap<Integer, Double>());
        }

        void add(int row, int column, double value) {
            rows[row].merge(column, value, Double::sum);
        }

        SparseSymmetric build() {
            int[][] columns = new int[rows.length][];
            double[][] values = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
                columns[r] = rows[r].keySet().stream().mapToInt(Integer::intValue).toArray();
                values[r] = rows[r].values().stream().mapToDouble(Double::doubleValue).toArray();
            }
            return new SparseSymmetric(columns, values);
        }
    }

    int size() {
        return columns.length;
    }

    int[] columns(int row) {
        return columns[row];
    }

    double[] values(int row) {
        return values[row];
    }

    double[] times(double[] x) {
        double[] y = new double[size()];
        for (int r = 0; r < y.length; r++) {
            double sum = 0;
            for (int k = 0; k < columns[r].length; k++) {
                sum += values[r][k] * x[columns[r][k]];
            }
            y[r] = sum;
        }
        return y;
    }

    /**
     * Solves this x = b for a positive definite matrix by conjugate gradients, preconditioned by the diagonal, to a relative residual
     * of 1e-10.
     *
     * @throws IllegalStateException when it does not converge
     */
    double[] solve(double[] b) {
        int n = size();
        double[] diagonal = new double[n];
        for (int r = 0; r < n; r++) {
            diagonal[r] = values[r][Arrays.binarySearch(columns[r], r)];
        }
        double[] x = new double[n];
        double[] residual = b.clone();
        double[] z = new double[n];
        double[] direction = new double[n];
        double rz = 0;
        double goal = 1e-20 * dot(b, b);
        for (int step = 0; step < 10 * n; step++) {
            if (dot(residual, residual) <= goal) {
                return x;
            }
            for (int r = 0; r < n; r++) {
                z[r] = residual[r] / diagonal[r];
            }
            double next = dot(residual, z);
            double beta = step == 0 ? 0 : next / rz;
            rz = next;
            for (int r = 0; r < n; r++) {
                direction[r] = z[r] + beta * direction[r];
            }
            double[] product = times(direction);
            double alpha = rz / dot(direction, product);
            for (int r = 0; r < n; r++) {
                x[r] += alpha * direction[r];
                residual[r] -= alpha * product[r];
            }
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
