package org.posescope.body.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LinearAlgebraTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final int SIZE = 12;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void cholesky_solves_a_positive_definite_system() {
        double[][] matrix = positiveDefinite();
        double[] x = vector();
        assertThat(Cholesky.solve(copy(matrix), times(matrix, x))).containsExactly(x, CLOSE);
    }

    @Test
    void cholesky_refuses_a_matrix_that_is_not_positive_definite() {
        double[][] singular = {{1, 1}, {1, 1}};
        assertThatIllegalStateException().isThrownBy(() -> Cholesky.solve(singular, new double[2]))
                .withMessageContaining("unknown 1");
    }

    @Test
    void conjugate_gradients_solve_the_same_system() {
        double[][] matrix = positiveDefinite();
        SparseSymmetric.Builder builder = new SparseSymmetric.Builder(SIZE);
        for (int r = 0; r < SIZE; r++) {
            for (int c = 0; c < SIZE; c++) {
                builder.add(r, c, 0.25 * matrix[r][c]);
                builder.add(r, c, 0.75 * matrix[r][c]);
            }
        }
        double[] x = vector();
        assertThat(builder.build().solve(times(matrix, x))).containsExactly(x, within(1e-7));
    }

    @Test
    void normal_equations_find_the_line_through_points() {
        NormalEquations equations = new NormalEquations(2, 0);
        for (double x : new double[] {-1, 0, 2, 5}) {
            equations.add(new double[] {x, 1}, 3 * x - 2);
        }
        assertThat(equations.solve()).containsExactly(new double[] {3, -2}, CLOSE);
    }

    @Test
    void damping_leaves_an_unknown_that_no_equation_fixes_at_zero() {
        NormalEquations equations = new NormalEquations(2, 1e-12);
        equations.add(new double[] {2, 0}, 6);
        assertThat(equations.solve()).containsExactly(new double[] {3, 0}, CLOSE);
    }

    @Test
    void eigenvectors_are_orthonormal_and_the_largest_eigenvalue_comes_first() {
        double[][] matrix = positiveDefinite();
        double[][] vectors = SymmetricEigen.vectors(matrix);
        double before = Double.MAX_VALUE;
        for (int k = 0; k < SIZE; k++) {
            double[] image = times(matrix, vectors[k]);
            double value = dot(image, vectors[k]);
            double[] expected = Arrays.stream(vectors[k]).map(x -> value * x).toArray();
            assertThat(image).containsExactly(expected, CLOSE);
            assertThat(value).isLessThanOrEqualTo(before);
            before = value;
            for (int j = 0; j <= k; j++) {
                assertThat(dot(vectors[j], vectors[k])).isCloseTo(j == k ? 1 : 0, CLOSE);
            }
        }
    }

    @Test
    void non_negative_least_squares_finds_a_solution_that_is_non_negative() {
        double[][] gram = positiveDefinite();
        double[] x = Arrays.stream(vector()).map(v -> Math.max(0, v)).toArray();
        assertThat(NonNegativeLeastSquares.solve(gram, times(gram, x))).containsExactly(x, CLOSE);
    }

    @Test
    void non_negative_least_squares_is_the_best_where_the_free_solution_is_negative() {
        double[][] gram = positiveDefinite();
        double[] right = times(gram, vector());
        double[] x = NonNegativeLeastSquares.solve(gram, right);
        double[] image = times(gram, x);
        assertThat(Arrays.stream(x).boxed()).anyMatch(value -> value == 0).allMatch(value -> value >= 0);
        for (int k = 0; k < SIZE; k++) {
            double slope = image[k] - right[k];
            if (x[k] > 0) {
                assertThat(slope).isCloseTo(0, CLOSE);
            } else {
                assertThat(slope).isGreaterThan(-1e-9);
            }
        }
    }

    private double[][] positiveDefinite() {
        double[][] factor = new double[SIZE][];
        Arrays.setAll(factor, r -> vector());
        double[][] matrix = new double[SIZE][SIZE];
        for (int r = 0; r < SIZE; r++) {
            for (int c = 0; c < SIZE; c++) {
                matrix[r][c] = dot(factor[r], factor[c]) + (r == c ? 0.1 : 0);
            }
        }
        return matrix;
    }

    private double[] vector() {
        return random.doubles(SIZE, -1, 1).toArray();
    }

    private static double[] times(double[][] matrix, double[] x) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, x)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}
