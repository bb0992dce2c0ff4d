package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.model.InputSpec;
import org.posescope.model.InputSpec.ColorOrder;
import org.posescope.model.InputSpec.Layout;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.TestFrames;

class ImageSamplerTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 100;
    /** Half a grey level, and OpenCV's steps of 1/32 pixel; half a pixel would be a whole level. */
    private static final float ROUNDING = 0.65f;
    private static final InputSpec PLAIN = input(16, 12, Layout.NCHW, ColorOrder.BGR);

    private static InputSpec input(int width, int height, Layout layout, ColorOrder order) {
        return new InputSpec("x", width, height, layout, order, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
    }

    /** Blue grows to the right by 2 a pixel, green grows downwards by 2, red is constant. */
    private static Frame gradient() {
        return TestFrames.of(WIDTH, HEIGHT, (x, y) -> 0xff_40_00_00 | (2 * y + 20) << 8 | (2 * x + 10));
    }

    private static float blueAt(float frameX) {
        return 2 * (frameX - 0.5f) + 10;
    }

    private static float greenAt(float frameY) {
        return 2 * (frameY - 0.5f) + 20;
    }

    private static Tensor sample(Frame frame, Region region, Border border, InputSpec input) {
        Tensor target = Tensor.allocate(input.shape(1));
        try (ImageSampler sampler = new ImageSampler(input)) {
            sampler.sample(frame, region, border, target, 0);
        }
        return target;
    }

    /** The same size, enlarged, reduced within bilinear range, halved once and twice; turned; mirrored; turned and mirrored. */
    @ParameterizedTest
    @CsvSource({"60, 50, 16, 12, 0", "60.25, 50.5, 16, 12, 0", "31.4, 40.7, 7, 5, 0", "60, 50, 25, 19, 0",
        "60, 50, 40, 30, 0", "60, 50, 70, 60, 0", "60, 50, 16, 12, 0.3", "58.7, 47.1, 25, 20, -1.2",
        "60, 50, 44, 36, 2.5", "60, 50, -16, 12, 0", "61.3, 49.2, -30, 22, 0.7", "60, 50, 16, 12, 1.5707964"})
    void each_input_pixel_shows_the_point_that_the_region_names(float x, float y, float width, float height,
            float rotation) {
        Region region = new Region(x, y, width, height, rotation);
        try (Frame frame = gradient()) {
            Tensor sampled = sample(frame, region, Border.BLACK, PLAIN);

            for (int row = 0; row < PLAIN.height(); row++) {
                for (int column = 0; column < PLAIN.width(); column++) {
                    float u = (column + 0.5f) / PLAIN.width();
                    float v = (row + 0.5f) / PLAIN.height();
                    int pixel = row * PLAIN.width() + column;
                    int plane = PLAIN.width() * PLAIN.height();
                    assertThat(sampled.get(pixel)).isCloseTo(blueAt(region.frameX(u, v)), within(ROUNDING));
                    assertThat(sampled.get(plane + pixel)).isCloseTo(greenAt(region.frameY(u, v)), within(ROUNDING));
                    assertThat(sampled.get(2 * plane + pixel)).isEqualTo(0x40);
                }
            }
        }
    }

    @Test
    void a_region_of_whole_pixels_is_copied_exactly() {
        try (Frame frame = TestFrames.of(40, 30, (x, y) -> 0xff000000 | (x * 7919 + y * 104729) % 0xffffff)) {
            Tensor sampled = sample(frame, new Region(5 + 8, 9 + 6, 16, 12, 0), Border.BLACK, PLAIN);

            for (int pixel = 0; pixel < 16 * 12; pixel++) {
                int x = 5 + pixel % 16;
                int y = 9 + pixel / 16;
                assertThat(sampled.get(pixel)).isEqualTo((x * 7919 + y * 104729) % 0xffffff & 0xff);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"NHWC, RGB", "NHWC, BGR", "NCHW, RGB", "NCHW, BGR"})
    void layout_order_mean_and_scale_are_those_of_the_input(Layout layout, ColorOrder order) {
        InputSpec input = new InputSpec("x", 6, 4, layout, order, List.of(10f, 20f, 30f), List.of(1f, 0.5f, 0.25f));
        float[] colour = order == ColorOrder.RGB ? new float[] {200, 100, 50} : new float[] {50, 100, 200};
        try (Frame frame = TestFrames.of(20, 20, (_, _) -> 0xff_c8_64_32)) {
            Tensor sampled = sample(frame, new Region(10, 10, 6, 4, 0), Border.BLACK, input);

            for (int i = 0; i < sampled.size(); i++) {
                int channel = layout == Layout.NHWC ? i % 3 : i / (6 * 4);
                float expected = (colour[channel] - input.mean().get(channel)) * input.scale().get(channel);
                assertThat(sampled.get(i)).isCloseTo(expected, within(1e-5f));
            }
        }
    }

    @Test
    void both_layouts_hold_the_same_picture() {
        Region region = new Region(60, 50, 40, 30, 0.4f);
        try (Frame frame = gradient()) {
            Tensor planes = sample(frame, region, Border.BLACK, input(16, 12, Layout.NCHW, ColorOrder.RGB));
            Tensor pixels = sample(frame, region, Border.BLACK, input(16, 12, Layout.NHWC, ColorOrder.RGB));

            for (int i = 0; i < pixels.size(); i++) {
                assertThat(pixels.get(i)).isEqualTo(planes.get(i % 3 * (16 * 12) + i / 3));
            }
        }
    }

    @Test
    void only_the_named_picture_of_a_batch_is_written() {
        Tensor batch = Tensor.allocate(PLAIN.shape(3));
        Region region = new Region(60, 50, 16, 12, 0);
        try (Frame frame = gradient(); ImageSampler sampler = new ImageSampler(PLAIN)) {
            sampler.sample(frame, region, Border.BLACK, batch, 1);

            float[] expected = new float[batch.size()];
            System.arraycopy(sample(frame, region, Border.BLACK, PLAIN).toArray(), 0, expected, batch.size() / 3,
                    batch.size() / 3);
            assertThat(batch.toArray()).containsExactly(expected);
        }
    }

    /** Scales that are halved once, twice and three times, and such that remain to be interpolated. */
    @ParameterizedTest
    @ValueSource(floats = {2, 2.9f, 4, 4.6f, 7, 8})
    void a_fine_pattern_becomes_grey_and_not_a_coarse_one(float scale) {
        try (Frame frame = TestFrames.of(200, 200, (x, y) -> (x + y) % 2 == 0 ? 0xffffffff : 0xff000000)) {
            Tensor sampled = sample(frame, new Region(100, 100, 16 * scale, 12 * scale, 0.2f), Border.BLACK, PLAIN);

            for (int i = 0; i < sampled.size(); i++) {
                assertThat(sampled.get(i)).isCloseTo(127.5f, within(1f));
            }
        }
    }

    @Test
    void beyond_the_frame_lies_the_constant_or_the_nearest_pixel() {
        Region lowerRightQuarterInside = new Region(0, 0, 16, 12, 0);
        try (Frame frame = TestFrames.of(20, 20, (x, _) -> x == 0 ? 0xff0000c8 : 0xff000032)) {
            Tensor constant = sample(frame, lowerRightQuarterInside, new Border.Constant(114), PLAIN);
            Tensor nearest = sample(frame, lowerRightQuarterInside, Border.REPLICATE, PLAIN);

            assertThat(row(constant, 2)).startsWith(114, 114, 114).endsWith(114, 114, 114);
            assertThat(row(constant, 8)).containsExactly(114, 114, 114, 114, 114, 114, 114, 114, 200, 50, 50, 50, 50,
                    50,
                    50, 50);
            assertThat(row(nearest, 2)).isEqualTo(row(nearest, 8)).containsExactly(200, 200, 200, 200, 200, 200, 200,
                    200,
                    200, 50, 50, 50, 50, 50, 50, 50);
        }
    }

    private static float[] row(Tensor sampled, int row) {
        float[] values = new float[PLAIN.width()];
        sampled.data().get(row * PLAIN.width(), values);
        return values;
    }

    @ParameterizedTest
    @CsvSource({"-500, 50, 16, 12", "60, 5000, 16, 12", "-500, -500, 300, 200", "100000, 100000, 5000, 5000",
        "1e9, -1e9, 1e7, 1e7"})
    void a_region_beside_the_frame_shows_the_border_only(float x, float y, float width, float height) {
        try (Frame frame = gradient()) {
            Region region = new Region(x, y, width, height, 0.1f);

            assertThat(sample(frame, region, new Border.Constant(7), PLAIN).toArray()).containsOnly(7);
            assertThat(sample(frame, region, Border.REPLICATE, PLAIN).get(2 * 16 * 12)).isEqualTo(0x40);
        }
    }

    @Test
    void a_frame_smaller_than_the_input_or_of_one_pixel_can_be_sampled() {
        try (Frame frame = TestFrames.of(1, 1, (_, _) -> 0xff050607)) {
            assertThat(sample(frame, new Region(0.5f, 0.5f, 500, 500, 0), Border.REPLICATE, PLAIN).get(0)).isEqualTo(7);
            assertThat(sample(frame, new Region(0.5f, 0.5f, 1, 1, 0), Border.REPLICATE, PLAIN).get(0)).isEqualTo(7);
        }
    }

    @Test
    void what_cannot_be_sampled_is_refused() {
        Region region = new Region(60, 50, 16, 12, 0);
        Tensor target = Tensor.allocate(PLAIN.shape(1));
        Tensor heap = Tensor.of(new float[target.size()], target.shape());
        try (Frame frame = gradient(); ImageSampler sampler = new ImageSampler(PLAIN)) {
            for (Region bad : List.of(new Region(Float.NaN, 0, 1, 1, 0), new Region(0, 0, 0, 1, 0),
                    new Region(0, 0, 1, Float.POSITIVE_INFINITY, 0), new Region(0, 0, 1, 1, Float.NaN))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> sampler.sample(frame, bad, Border.BLACK, target, 0));
            }
            for (int index : new int[] {-1, 1}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> sampler.sample(frame, region, Border.BLACK, target, index));
            }
            for (Tensor bad : List.of(heap, Tensor.allocate(), Tensor.allocate(1, 12, 16, 3),
                    Tensor.allocate(3, 12, 16))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> sampler.sample(frame, region, Border.BLACK, bad, 0));
            }
        }
    }

    @Test
    void a_closed_sampler_does_not_sample_and_can_be_closed_again() {
        ImageSampler sampler = new ImageSampler(PLAIN);
        sampler.close();
        sampler.close();

        try (Frame frame = gradient()) {
            assertThatIllegalStateException().isThrownBy(() -> sampler.sample(frame, new Region(9, 9, 9, 9, 0),
                    Border.BLACK, Tensor.allocate(PLAIN.shape(1)), 0));
        }
    }

    @Test
    void a_thousand_frames_more_need_no_more_native_memory() {
        InputSpec input = input(256, 256, Layout.NHWC, ColorOrder.RGB);
        Tensor target = Tensor.allocate(input.shape(1));
        try (Frame frame = TestFrames.of(1080, 1920, (x, y) -> x * y); ImageSampler sampler = new ImageSampler(input)) {
            sampleThousand(sampler, frame, target);
            long tracked = Pointer.totalBytes();
            long resident = Pointer.physicalBytes();

            sampleThousand(sampler, frame, target);

            // One patch of 256 KiB a frame would be 256 MiB; the heap may grow meanwhile.
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(tracked);
            assertThat(Pointer.physicalBytes() - resident).isLessThan(64 << 20);
        }
    }

    private static void sampleThousand(ImageSampler sampler, Frame frame, Tensor target) {
        for (int i = 0; i < 1000; i++) {
            sampler.sample(frame, new Region(540, 960, 200 + i, 1900 - i, i), Border.BLACK, target, 0);
        }
    }
}
