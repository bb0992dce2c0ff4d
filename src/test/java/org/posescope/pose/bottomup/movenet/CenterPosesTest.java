package org.posescope.pose.bottomup.movenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/** Against the operations of the published graph, one after the other on whole maps. */
class CenterPosesTest {
    private static final int ROWS = 9;
    private static final int COLUMNS = 13;
    private static final int CELLS = ROWS * COLUMNS;
    private static final int POINTS = 17;
    private static final int MOST_OF_THE_GRAPH = 6;

    private final Map<String, float[]> maps = new HashMap<>();

    private void draw(long seed) {
        Random random = new Random(seed);
        maps.put("center", numbers(random, 1, 0, 1));
        maps.put("heatmaps", numbers(random, POINTS, 0, 1));
        maps.put("regression", numbers(random, 2 * POINTS, -6, 6));
        maps.put("offsets", numbers(random, 2 * POINTS, -1, 1));
        maps.put("box_sizes", numbers(random, 2, -1, 12));
        maps.put("box_offsets", numbers(random, 2, -2, 2));
    }

    private static float[] numbers(Random random, int channels, float from, float to) {
        float[] numbers = new float[channels * CELLS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat(from, to);
        }
        return numbers;
    }

    private List<CenterPoses.Found> decoded() {
        Map<String, Tensor> tensors = new HashMap<>();
        maps.forEach((name, map) -> tensors.put(name, Tensor.of(map, 1, map.length / CELLS, ROWS, COLUMNS)));
        return new CenterPoses(tensors).decode();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7})
    void people_are_those_of_the_published_graph(long seed) {
        draw(seed);
        requireAsPublished(decoded());
    }

    @Test
    void people_at_corners_and_on_level_ground_are_those_of_the_published_graph() {
        draw(11);
        Arrays.fill(maps.get("center"), 0.1f);
        for (int corner : new int[] {0, COLUMNS - 1, CELLS - COLUMNS, CELLS - 1}) {
            maps.get("center")[corner] = 0.5f + corner / 1000f;
        }
        maps.get("center")[4 * COLUMNS + 6] = 0.1f + 5e-7f;

        List<CenterPoses.Found> found = decoded();

        assertThat(found.stream().limit(4).map(CenterPoses.Found::box).allMatch(
                box -> box.x() >= 0 && box.y() >= 0 && box.right() <= COLUMNS && box.bottom() <= ROWS)).isTrue();
        requireAsPublished(found);
    }

    @Test
    void somebody_with_a_box_of_nothing_has_no_points() {
        draw(12);
        Arrays.fill(maps.get("box_sizes"), -1);

        List<CenterPoses.Found> found = decoded();

        requireAsPublished(found);
        assertThat(found).allSatisfy(each -> assertThat(each.score()).isZero());
    }

    private void requireAsPublished(List<CenterPoses.Found> found) {
        float[] peaks = peaks();
        Integer[] order = IntStream.range(0, CELLS).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(cell -> -peaks[cell]));
        int people = (int) Arrays.stream(order).limit(MOST_OF_THE_GRAPH).filter(cell -> peaks[cell] > 0).count();
        assertThat(found).hasSizeGreaterThanOrEqualTo(people);
        for (int i = 0; i < people; i++) {
            requireAsPublished(found.get(i), order[i], peaks[order[i]]);
        }
    }

    /** Sigmoid, MaxPool of 5x5, Less, Mul. */
    private float[] peaks() {
        float[] center = maps.get("center");
        float[] peaks = new float[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            float pooled = Float.NEGATIVE_INFINITY;
            for (int other = 0; other < CELLS; other++) {
                boolean near = Math.abs(other / COLUMNS - cell / COLUMNS) <= 2
                        && Math.abs(other % COLUMNS - cell % COLUMNS) <= 2;
                pooled = near ? Math.max(pooled, center[other]) : pooled;
            }
            peaks[cell] = Math.abs(center[cell] - pooled) < 1.013279e-6f ? center[cell] : 0;
        }
        return peaks;
    }

    private void requireAsPublished(CenterPoses.Found found, int center, float height) {
        int row = center / COLUMNS;
        int column = center % COLUMNS;
        float tall = Math.max(0, maps.get("box_sizes")[center]) * 0.5f;
        float wide = Math.max(0, maps.get("box_sizes")[CELLS + center]) * 0.5f;
        float y = row + maps.get("box_offsets")[center];
        float x = column + maps.get("box_offsets")[CELLS + center];
        float top = Math.max(Math.min(y - tall, ROWS), 0);
        float left = Math.max(Math.min(x - wide, COLUMNS), 0);
        float bottom = Math.max(Math.min(y + tall, ROWS), 0);
        float right = Math.max(Math.min(x + wide, COLUMNS), 0);
        float sum = 0;
        float count = 0;
        for (int point = 0; point < POINTS; point++) {
            float expectedY = row + maps.get("regression")[2 * point * CELLS + center];
            float expectedX = column + maps.get("regression")[(2 * point + 1) * CELLS + center];
            int best = 0;
            float[] weighed = new float[CELLS];
            for (int cell = 0; cell < CELLS; cell++) {
                int r = cell / COLUMNS;
                int c = cell % COLUMNS;
                double distance = Math.pow(r - expectedY, 2) + Math.pow(c - expectedX, 2);
                boolean inside = r >= top && r < bottom && c >= left && c < right;
                weighed[cell] = inside
                        ? maps.get("heatmaps")[point * CELLS + cell]
                                * (float) Math.exp(-distance / (Math.min(ROWS, COLUMNS) * 0.300048828125))
                        : 0;
                best = weighed[cell] > weighed[best] ? cell : best;
            }
            Keypoint actual = found.points().get(point);
            assertThat(actual.score()).isCloseTo(weighed[best], within(1e-6f));
            int bestRow = best / COLUMNS;
            assertThat(actual.y()).isCloseTo(bestRow + maps.get("offsets")[2 * point * CELLS + best], within(1e-5f));
            assertThat(actual.x()).isCloseTo(best % COLUMNS + maps.get("offsets")[(2 * point + 1) * CELLS + best],
                    within(1e-5f));
            sum += weighed[best] > 0.12695312f ? height * weighed[best] : 0;
            count += weighed[best] > 0.12695312f ? 1 : 0;
        }
        assertThat(found.score()).isCloseTo(sum / Math.max(1, count), within(1e-5f));
        assertThat(new float[] {found.box().x(), found.box().y(), found.box().right(), found.box().bottom()})
                .usingComparatorWithPrecision(1e-5f).containsExactly(left, top, right, bottom);
    }
}
