package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.tensor.Tensor;

class BlazeFaceDecoderTest {
    private final float[] offsets = new float[896 * 16];
    private final float[] logits = new float[896];

    BlazeFaceDecoderTest() {
        Arrays.fill(logits, -10);
    }

    @Test
    void offsets_are_pixels_of_the_input_from_the_middle_of_the_cell() {
        int anchor = 2 * (16 * 3 + 5) + 1;
        logits[anchor] = 2;
        set(anchor, 0, 12.8f, 0, 25.6f, 12.8f, -6.4f, 0);

        ScoredBox face = decode().getFirst();

        assertThat(face.box().centerX()).isCloseTo(5.5f / 16 + 0.1f, within(1e-5f));
        assertThat(face.box().width()).isCloseTo(0.2f, within(1e-5f));
        assertThat(face.box().height()).isCloseTo(0.1f, within(1e-5f));
        assertThat(face.points()).hasSize(6);
        assertThat(face.points().getFirst().x()).isCloseTo(5.5f / 16 - 0.05f, within(1e-5f));
        assertThat(face.points().getFirst().y()).isCloseTo(3.5f / 16, within(1e-5f));
        assertThat(face.score()).isCloseTo(0.8808f, within(1e-4f));
    }

    @Test
    void coarse_cells_come_after_fine_ones() {
        int anchor = 512 + 6 * (8 * 2 + 7) + 5;
        logits[anchor] = 2;

        assertThat(decode().getFirst().points().getFirst().x()).isCloseTo(7.5f / 8, within(1e-5f));
        assertThat(decode().getFirst().points().getFirst().y()).isCloseTo(2.5f / 8, within(1e-5f));
    }

    @Test
    void a_face_that_is_hardly_there_is_none() {
        logits[0] = -0.1f;

        assertThat(decode()).isEmpty();
    }

    @Test
    void the_region_is_twice_the_box_of_the_points_turned_as_the_eyes_lie_and_a_little_higher() {
        int anchor = 512 + 6 * (8 * 4 + 4);
        logits[anchor] = 2;
        set(anchor, 4, -16, 0, 16, 0);
        set(anchor, 12, 0, 16);

        Region region = FaceDetector.region(decode().getFirst(), new Region(64, 64, 128, 128, 0));

        assertThat(region).isEqualTo(new Region(72, 80 - 1.6f, 64, 64, 0));
    }

    private List<ScoredBox> decode() {
        return new BlazeFaceDecoder(128).decode(Tensor.of(offsets, 1, 896, 16), Tensor.of(logits, 1, 896, 1));
    }

    private void set(int anchor, int from, float... values) {
        System.arraycopy(values, 0, offsets, anchor * 16 + from, values.length);
    }
}
