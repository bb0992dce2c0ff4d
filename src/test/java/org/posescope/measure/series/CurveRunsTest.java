package org.posescope.measure.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class CurveRunsTest {
    private static final long SECOND = 1_000_000;
    private static final double GONE = Double.NaN;

    private static List<double[]> points(long[] micros, double[] values, CurveRuns.Window window) {
        return CurveRuns.of(micros, values, window).stream()
                .flatMap(run -> java.util.stream.Stream.of(run.x(), run.values()))
                .toList();
    }

    @Test
    void few_values_stay_as_they_are_with_those_outside_that_lines_go_to() {
        List<double[]> points = points(new long[] {0, SECOND, 2 * SECOND, 3 * SECOND, 4 * SECOND},
                new double[] {5, 1, 9, 3, 7}, new CurveRuns.Window(SECOND / 2, 5 * SECOND / 2, 100, SECOND));

        assertThat(points).containsExactly(new double[] {-25, 25, 75, 125}, new double[] {5, 1, 9, 3});
    }

    @Test
    void a_run_ends_where_somebody_is_out_of_sight_and_where_frames_are_far_apart() {
        List<double[]> points = points(
                new long[] {0, SECOND, 2 * SECOND, 3 * SECOND, 5 * SECOND, 6 * SECOND},
                new double[] {1, 2, GONE, 3, 4, 5}, new CurveRuns.Window(0, 10 * SECOND, 100, 3 * SECOND / 2));

        assertThat(points).containsExactly(new double[] {0, 10}, new double[] {1, 2}, new double[] {30},
                new double[] {3}, new double[] {50, 60}, new double[] {4, 5});
    }

    @Test
    void of_many_values_in_a_column_first_least_greatest_and_last_are_left_in_their_order() {
        Random random = new Random(4);
        long[] micros = LongStream.range(0, 36_000).map(i -> i * SECOND / 60).toArray();
        double[] values = IntStream.range(0, micros.length).mapToDouble(i -> random.nextGaussian()).toArray();

        List<CurveRuns.Run> runs = CurveRuns.of(micros, values, new CurveRuns.Window(0, 600 * SECOND, 500, SECOND));

        assertThat(runs).hasSize(1);
        double[] x = runs.getFirst().x();
        double[] left = runs.getFirst().values();
        assertThat(x).isSorted().hasSizeLessThanOrEqualTo(4 * 500);
        for (int column = 0; column < 500; column++) {
            double[] all = Arrays.copyOfRange(values, column * 72, column * 72 + 72);
            int now = column;
            double[] seen = IntStream.range(0, x.length).filter(i -> (int) x[i] == now).mapToDouble(i -> left[i])
                    .toArray();
            assertThat(seen[0]).isEqualTo(all[0]);
            assertThat(seen[seen.length - 1]).isEqualTo(all[71]);
            assertThat(Arrays.stream(seen).min()).isEqualTo(Arrays.stream(all).min());
            assertThat(Arrays.stream(seen).max()).isEqualTo(Arrays.stream(all).max());
        }
    }
}
