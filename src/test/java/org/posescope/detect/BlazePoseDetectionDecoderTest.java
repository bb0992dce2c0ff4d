package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.tensor.Tensor;

class BlazePoseDetectionDecoderTest {
    private static final int ANCHORS = 2254;
    private static final float SURE = 10;

    private final float[] offsets = new float[ANCHORS * 12];
    private final float[] logits = new float[ANCHORS];
    private final BlazePoseDetectionDecoder decoder = new BlazePoseDetectionDecoder(224);

    BlazePoseDetectionDecoderTest() {
        java.util.Arrays.fill(logits, -SURE);
    }

    @Test
    void offsets_are_pixels_of_the_input_from_the_anchor() {
        int anchor = 2 * (28 * 3 + 5);
        logits[anchor] = SURE;
        set(anchor, 22.4f, -11.2f, 44.8f, 67.2f, 0, 0, 0, -22.4f);

        ScoredBox person = only(decode());

        float x = 5.5f / 28;
        float y = 3.5f / 28;
        assertThat(person.box().centerX()).isCloseTo(x + 0.1f, within(1e-5f));
        assertThat(person.box().centerY()).isCloseTo(y - 0.05f, within(1e-5f));
        assertThat(person.box().width()).isCloseTo(0.2f, within(1e-5f));
        assertThat(person.box().height()).isCloseTo(0.3f, within(1e-5f));
        assertThat(person.points().get(0).x()).isCloseTo(x, within(1e-5f));
        assertThat(person.points().get(1).y()).isCloseTo(y - 0.1f, within(1e-5f));
    }

    @Test
    void coarse_anchors_come_after_fine_ones() {
        int anchor = 28 * 28 * 2 + 14 * 14 * 2 + 6 * (7 * 2 + 4) + 5;
        logits[anchor] = SURE;
        set(anchor, 0, 0, 22.4f, 22.4f, 0, 0, 0, 0);

        assertThat(only(decode()).box().centerX()).isCloseTo(4.5f / 7, within(1e-5f));
        assertThat(only(decode()).box().centerY()).isCloseTo(2.5f / 7, within(1e-5f));
    }

    @Test
    void overlapping_boxes_are_averaged_by_their_scores() {
        logits[0] = 2;
        logits[1] = 1;
        set(0, 0, 0, 112, 112, 0, 0, 0, 0);
        set(1, 22.4f, 0, 112, 112, 0, 0, 0, 0);

        ScoredBox person = only(decode());

        float first = sigmoid(2);
        float second = sigmoid(1);
        float expected = 0.5f / 28 + 0.1f * second / (first + second);
        assertThat(person.score()).isCloseTo(first, within(1e-6f));
        assertThat(person.box().centerX()).isCloseTo(expected, within(1e-5f));
    }

    @Test
    void people_apart_stay_apart_and_the_surest_is_first() {
        logits[0] = 1;
        logits[2 * (28 * 20 + 20)] = 3;
        set(0, 0, 0, 22.4f, 22.4f, 0, 0, 0, 0);
        set(2 * (28 * 20 + 20), 0, 0, 22.4f, 22.4f, 0, 0, 0, 0);

        List<ScoredBox> people = decode();

        assertThat(people).hasSize(2);
        assertThat(people.getFirst().box().centerX()).isCloseTo(20.5f / 28, within(1e-5f));
    }

    @Test
    void nobody_is_found_where_all_scores_are_low() {
        assertThat(decode()).isEmpty();
    }

    private List<ScoredBox> decode() {
        return decoder.decode(Tensor.of(offsets, 1, ANCHORS, 12), Tensor.of(logits, 1, ANCHORS, 1), 0.5f);
    }

    private static ScoredBox only(List<ScoredBox> boxes) {
        assertThat(boxes).hasSize(1);
        return boxes.getFirst();
    }

    private void set(int anchor, float... values) {
        System.arraycopy(values, 0, offsets, anchor * 12, values.length);
    }

    private static float sigmoid(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }
}
