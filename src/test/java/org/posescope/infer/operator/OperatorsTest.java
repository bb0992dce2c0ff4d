package org.posescope.infer.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;

class OperatorsTest {
    /** As the published network for faces has it: the side lengths of a small picture. */
    private static final String SIZE = "6f75747075745f686569676874006f75747075745f776964746800021c0f02010210100404042401";

    @Test
    void options_are_named_numbers() throws MalformedDataException {
        FlexMap options = FlexMap.read(ByteBuffer.wrap(HexFormat.of().parseHex(SIZE)));
        assertThat(options.values()).containsOnlyKeys("output_height", "output_width");
        assertThat(options.number("output_height")).isEqualTo(16);
        assertThat(options.number("output_width")).isEqualTo(16);
    }

    @Test
    void options_that_are_cut_short_or_missing_are_told() {
        ByteBuffer end = ByteBuffer.wrap(HexFormat.of().parseHex(SIZE.substring(SIZE.length() - 12)));
        assertThatThrownBy(() -> FlexMap.read(end)).isInstanceOf(MalformedDataException.class);
        assertThatThrownBy(() -> FlexMap.EMPTY.number("scale_x")).isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("scale_x");
    }

    /** Corners of a box of 4 x 2 around (3, 5), turned by a right angle: its width lies along y. */
    @Test
    void the_small_picture_is_the_turned_box_around_the_landmarks() throws MalformedDataException {
        Tensor landmarks = Tensor.of(new float[] {3, 3, 9, 3, 7, 9, 2, 5, 9, 4, 5, 9}, 1, 4, 3);
        Tensor matrix = Tensor.allocate(1, 4, 4);
        new LandmarkMatrix().compute(List.of(landmarks), matrix,
                new FlexMap(Map.of("left_rotation_idx", new double[] {0}, "right_rotation_idx", new double[] {1},
                        "target_rotation_radians", new double[] {0}, "subset_idxs", new double[] {0, 1, 2, 3},
                        "output_width", new double[] {8}, "output_height", new double[] {8}, "scale_x",
                        new double[] {2}, "scale_y", new double[] {2})));
        // A step along x of the small picture is a whole one along y, a step along y half a one back along x.
        float[] expected = {0, -0.5f, 0, 5, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1};
        assertThat(matrix.toArray()).containsExactly(expected, within(1e-5f));

        Tensor seen = Tensor.allocate(1, 1, 2);
        new LandmarkTransform().compute(List.of(Tensor.of(new float[] {4, 4}, 1, 1, 2), matrix), seen, FlexMap.EMPTY);
        assertThat(seen.get(0)).isCloseTo(3, within(1e-5f));
        assertThat(seen.get(1)).isCloseTo(5, within(1e-5f));
    }

    @Test
    void a_picture_is_read_between_its_pixels_and_is_black_outside() {
        Tensor source = Tensor.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, 1, 3, 3, 1);
        Tensor byHalfPixel = Tensor.of(new float[] {1, 0, 0, 0.5f, 0, 1, 0, 0.5f, 0, 0, 1, 0, 0, 0, 0, 1}, 1, 4, 4);
        Tensor result = Tensor.allocate(1, 3, 3, 1);
        new PictureTransform().compute(List.of(source, byHalfPixel), result, FlexMap.EMPTY);
        assertThat(result.toArray()).containsExactly(2, 3, 0, 5, 6, 0, 0, 0, 0);
    }
}
