package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.pose.Box;
import org.posescope.tensor.Tensor;

class YoloxDecoderTest {
    private static final int CELLS = 8 * 4 + 4 * 2 + 2;
    private static final int VALUES = 85;

    private final float[] output = new float[CELLS * VALUES];
    private final YoloxDecoder decoder = new YoloxDecoder(64, 32, 0.4f, 0.45f, YoloxBoxes.IN_CELLS);

    @Test
    void centre_is_counted_in_cells_and_sides_are_logarithms() {
        int cell = 8 * 4 + 4 + 2;
        person(cell, 0.25f, 0.5f, (float) Math.log(2), (float) Math.log(0.5), 0.9f, 0.8f);

        List<ScoredBox> people = decode();

        assertThat(people).hasSize(1);
        assertThat(people.getFirst().score()).isCloseTo(0.72f, within(1e-6f));
        Box box = people.getFirst().box();
        assertThat(box.centerX()).isCloseTo(2.25f * 16, within(1e-4f));
        assertThat(box.centerY()).isCloseTo(1.5f * 16, within(1e-4f));
        assertThat(box.width()).isCloseTo(32, within(1e-4f));
        assertThat(box.height()).isCloseTo(8, within(1e-4f));
    }

    @Test
    void other_classes_than_people_are_not_seen() {
        output[3 * VALUES + 4] = 1;
        output[3 * VALUES + 5 + 16] = 1;

        assertThat(decode()).isEmpty();
    }

    @Test
    void of_overlapping_boxes_the_best_stays_as_it_is() {
        person(0, 0.5f, 0.5f, 1, 1, 0.9f, 0.9f);
        person(1, -0.4f, 0.5f, 1, 1, 1, 0.9f);

        List<ScoredBox> people = decode();

        assertThat(people).hasSize(1);
        assertThat(people.getFirst().box().centerX()).isCloseTo(0.6f * 8, within(1e-4f));
    }

    @Test
    void an_output_of_another_size_is_refused() {
        assertThatThrownBy(() -> decoder.decode(Tensor.of(new float[85], 1, 1, 85)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("42 cells");
    }

    private List<ScoredBox> decode() {
        return decoder.decode(Tensor.of(output, 1, CELLS, VALUES));
    }

    private void person(int cell, float x, float y, float logWidth, float logHeight, float objectness, float score) {
        float[] values = {x, y, logWidth, logHeight, objectness, score};
        System.arraycopy(values, 0, output, cell * VALUES, values.length);
    }
}
