package org.posescope.pose.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/** Against the operations of the published graph, one after the other. */
class MoveNetDecoderTest {
    private static final int SIDE = 8;
    private static final int CELLS = SIDE * SIDE;
    private static final int POINTS = 17;
    private static final Region REGION = new Region(100, 50, 80, 40, 0);

    private static float[] numbers(Random random, int channels, float from, float to) {
        float[] numbers = new float[2 * CELLS * channels];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat(from, to);
        }
        return numbers;
    }

    /** The centre of the second picture lies in a corner, and points are expected outside of the picture too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void points_of_each_picture_are_those_of_the_published_graph(long seed) {
        Random random = new Random(seed);
        float[] centers = numbers(random, 1, 0, 0.5f);
        float[] heat = numbers(random, POINTS, 0, 1);
        float[] regression = numbers(random, 2 * POINTS, -SIDE, SIDE);
        float[] offsets = numbers(random, 2 * POINTS, -1, 1);
        int[] corners = {0, SIDE - 1, CELLS - SIDE, CELLS - 1};
        centers[CELLS + corners[(int) (seed % corners.length)]] = 0.6f;

        MoveNetDecoder decoder = new MoveNetDecoder(Map.of("center", Tensor.of(centers, 2, SIDE, SIDE, 1), "heatmaps",
                Tensor.of(heat, 2, SIDE, SIDE, POINTS), "regression",
                Tensor.of(regression, 2, SIDE, SIDE, 2 * POINTS), "offsets",
                Tensor.of(offsets, 2, SIDE, SIDE, 2 * POINTS)));

        for (int picture = 0; picture < 2; picture++) {
            int first = picture * CELLS;
            int center = first;
            for (int cell = 0; cell < CELLS; cell++) {
                center = centers[first + cell] > centers[center] ? first + cell : center;
            }
            List<Keypoint> points = decoder.decode(picture, REGION);
            assertThat(points).hasSize(POINTS);
            for (int point = 0; point < POINTS; point++) {
                double y = Math.floorDiv(center - first, SIDE) + regression[center * 2 * POINTS + 2 * point];
                double x = (center - first) % SIDE + regression[center * 2 * POINTS + 2 * point + 1];
                int best = first;
                double highest = -1;
                for (int cell = 0; cell < CELLS; cell++) {
                    double weighed = heat[(first + cell) * POINTS + point]
                            / (Math.hypot(Math.floorDiv(cell, SIDE) - y, cell % SIDE - x) + 1.7998046875);
                    if (weighed > highest) {
                        highest = weighed;
                        best = first + cell;
                    }
                }
                double row = Math.floorDiv(best - first, SIDE) + offsets[best * 2 * POINTS + 2 * point];
                double column = (best - first) % SIDE + offsets[best * 2 * POINTS + 2 * point + 1];
                assertThat((double) points.get(point).x()).isCloseTo(60 + 80 * column / SIDE, within(1e-3));
                assertThat((double) points.get(point).y()).isCloseTo(30 + 40 * row / SIDE, within(1e-3));
                assertThat(points.get(point).score()).isEqualTo(heat[best * POINTS + point]);
            }
        }
    }
}
