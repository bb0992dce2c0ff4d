package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.pose.Box;
import org.posescope.tensor.Tensor;

class NanoDetDecoderTest {
    private static final int SIDE = 64;
    private static final int BINS = 11;
    private static final List<Integer> STRIDES = List.of(8, 16, 32);

    private final List<float[]> scores = STRIDES.stream().map(stride -> new float[cells(stride) * 80]).toList();
    private final List<float[]> distances = STRIDES.stream().map(stride -> new float[cells(stride) * 4 * BINS])
            .toList();

    private static int cells(int stride) {
        return (SIDE / stride) * (SIDE / stride);
    }

    private List<ScoredBox> decode(float minScore) {
        List<Tensor> outputs = new ArrayList<>();
        for (int level = 2; level >= 0; level--) {
            int cells = cells(STRIDES.get(level));
            outputs.add(Tensor.of(distances.get(level), 1, cells, 4 * BINS));
            outputs.add(Tensor.of(scores.get(level), 1, cells, 80));
        }
        return new NanoDetDecoder(SIDE, SIDE, minScore).decode(outputs);
    }

    /** Puts all weight of the four distances on two neighbouring bins. */
    private void put(int level, int cell, float score, double... inStrides) {
        scores.get(level)[80 * cell] = score;
        for (int side = 0; side < 4; side++) {
            int at = (4 * cell + side) * BINS;
            Arrays.fill(distances.get(level), at, at + BINS, -1000);
            int bin = (int) inStrides[side];
            double part = inStrides[side] - bin;
            distances.get(level)[at + bin] = (float) Math.log(1 - part);
            distances.get(level)[at + bin + 1] = (float) Math.log(part);
        }
    }

    @Test
    void a_box_reaches_from_the_middle_of_its_cell_as_far_as_the_means_of_its_distributions() {
        // Row 1, column 2 of the middle grid, whose centre is at (40, 24).
        put(1, 6, 0.49f, 1.5, 1.25, 0.75, 2.5);

        List<ScoredBox> people = decode(0.5f);

        assertThat(people).hasSize(1);
        assertThat(people.getFirst().score()).isCloseTo(0.7f, within(1e-6f));
        assertBox(people.getFirst().box(), 40 - 24, 24 - 20, 40 + 12, 24 + 40);
    }

    @Test
    void other_classes_and_low_scores_are_left_out_and_the_best_comes_first() {
        put(0, 0, 0.36f, 0.25, 0.25, 1.25, 1.25);
        put(2, 3, 0.64f, 0.25, 0.25, 0.5, 0.5);
        put(0, 9, 0.2f, 0.25, 0.25, 1.25, 1.25);
        scores.get(0)[80 * 20 + 1] = 0.99f;

        assertThat(decode(0.5f).stream().map(ScoredBox::score).toList()).containsExactly(0.8f, 0.6f);
    }

    @Test
    void one_of_many_boxes_for_one_person_stays() {
        put(0, 27, 0.81f, 2.5, 2.5, 2.5, 2.5);
        put(0, 28, 0.64f, 3.5, 2.5, 1.5, 2.5);

        assertThat(decode(0.5f)).hasSize(1);
    }

    @Test
    void outputs_of_another_input_size_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new NanoDetDecoder(128, 128, 0.5f).decode(List.of(Tensor.of(scores.get(0), 1, 64, 80))));
    }

    /** Each in cells of their own. */
    @Test
    void as_many_people_are_found_as_there_are() {
        List<Integer> cells = IntStream.iterate(0, cell -> cell < 64, cell -> cell + 3).boxed().toList();
        Random random = new Random(3);
        cells.forEach(cell -> put(0, cell, 0.5f + 0.4f * random.nextFloat(), 0.5, 0.5, 0.5, 0.5));

        assertThat(decode(0.5f)).hasSize(cells.size());
    }

    private static void assertBox(Box box, double left, double top, double right, double bottom) {
        assertThat(List.of(box.x(), box.y(), box.right(), box.bottom())).usingComparatorForType(
                (a, b) -> Math.abs(a - b) < 1e-3 ? 0 : Float.compare(a, b), Float.class)
                .containsExactly((float) left, (float) top, (float) right, (float) bottom);
    }
}
