package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.model.InputSpec;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.TestFrames;

class LetterboxTest {
    private static InputSpec input(int width, int height) {
        return new InputSpec("x", width, height, InputSpec.Layout.NHWC, InputSpec.ColorOrder.BGR, List.of(0f, 0f, 0f),
                List.of(1f, 1f, 1f));
    }

    @ParameterizedTest
    @CsvSource({"TOP_LEFT, 1080, 1920, 416, 416, 960, 960, 1920, 1920",
        "CENTERED, 1080, 1920, 416, 416, 540, 960, 1920, 1920",
        "TOP_LEFT, 640, 425, 416, 416, 320, 320, 640, 640",
        "CENTERED, 640, 480, 224, 224, 320, 240, 640, 640",
        "TOP_LEFT, 640, 480, 456, 256, 427.5, 240, 855, 480",
        "CENTERED, 100, 100, 416, 416, 50, 50, 100, 100"})
    void the_region_has_the_proportions_of_the_input_and_holds_the_frame(Letterbox letterbox, int frameWidth,
            int frameHeight, int width, int height, float x, float y, float regionWidth, float regionHeight) {
        assertThat(letterbox.region(frameWidth, frameHeight, input(width, height)))
                .isEqualTo(new Region(x, y, regionWidth, regionHeight, 0));
    }

    @Test
    void a_tall_frame_leaves_the_right_side_to_the_border() {
        InputSpec input = input(8, 8);
        Tensor target = Tensor.allocate(input.shape(1));
        try (Frame frame = TestFrames.of(8, 16, (_, _) -> 0xffffffff); ImageSampler sampler = new ImageSampler(input)) {
            sampler.sample(frame, Letterbox.TOP_LEFT.region(8, 16, input), new Border.Constant(114), target, 0);
        }

        for (int pixel = 0; pixel < 64; pixel++) {
            assertThat(target.get(3 * pixel)).isEqualTo(pixel % 8 < 4 ? 255 : 114);
        }
    }

    @Test
    void points_of_the_input_find_their_way_back_to_the_frame() {
        Region region = Letterbox.TOP_LEFT.region(1080, 1920, input(416, 416));

        assertThat(region.frameX(234f / 416, 416f / 416)).isCloseTo(1080, within(1e-3f));
        assertThat(region.frameY(234f / 416, 416f / 416)).isCloseTo(1920, within(1e-3f));
    }
}
