package org.posescope.pose.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;

/** Crops and decoding against the numbers of the authors' code (shared/fixtures/pre/hrnet_decode.npz). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeatmapFixtureTest {
    private static final PersonView VIEW = new PersonView(192, 256);
    /** Scales of the authors are in units of 200 pixels. */
    private static final double SCALE_UNIT = 200;

    private NpzReader fixture;

    @BeforeAll
    void open() {
        fixture = new NpzReader(Shared.file("fixtures/pre/hrnet_decode.npz"));
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void a_box_becomes_the_authors_centre_and_scale() {
        double[] centers = fixture.read("centers").toDoubles();
        double[] scales = fixture.read("scales").toDoubles();
        for (int i = 0; i < 5; i++) {
            Region region = VIEW.region(box(i));
            assertThat(region.centerX()).isCloseTo((float) centers[2 * i], within(1e-3f));
            assertThat(region.centerY()).isCloseTo((float) centers[2 * i + 1], within(1e-3f));
            assertThat(region.width() / SCALE_UNIT).isCloseTo(scales[2 * i], within(1e-5));
            assertThat(region.height() / SCALE_UNIT).isCloseTo(scales[2 * i + 1], within(1e-5));
        }
    }

    @Test
    void points_of_heatmaps_lie_where_the_authors_put_them() {
        NdArray heatmaps = fixture.read("heatmaps");
        HeatmapDecoder decoder = new HeatmapDecoder(Tensor.of(heatmaps.toFloats(), heatmaps.shape()),
                PeakRefinement.QUARTER);
        double[] expected = fixture.read("final_preds").toDoubles();
        double[] heights = fixture.read("maxvals").toDoubles();
        for (int person = 0; person < 5; person++) {
            List<Keypoint> points = decoder.decode(person, VIEW.region(box(person)));
            for (int point = 0; point < 17; point++) {
                int at = person * 17 + point;
                String which = "person " + person + ", point " + point;
                assertThat(points.get(point).x()).as(which).isCloseTo((float) expected[2 * at], within(1e-3f));
                assertThat(points.get(point).y()).as(which).isCloseTo((float) expected[2 * at + 1], within(1e-3f));
                assertThat(points.get(point).score()).as(which)
                        .isEqualTo((float) Math.clamp(heights[at], 0, 1));
            }
        }
    }

    @Test
    void a_mirrored_heatmap_is_turned_back_and_shifted_as_the_authors_do() {
        NdArray given = fixture.read("flip_in");
        int cells = given.size();
        float[] batch = new float[2 * cells];
        System.arraycopy(given.toFloats(), 0, batch, cells, cells);
        int[] mirror = IntStream.range(0, 17).map(Skeletons.COCO17::mirror).toArray();

        Tensor mean = HeatmapDecoder.withMirrored(Tensor.of(batch, 2, 17, 8, 6), mirror,
                PeakRefinement.QUARTER);

        float[] expected = fixture.read("flip_back_shifted").toFloats();
        for (int i = 0; i < cells; i++) {
            assertThat(mean.get(i)).isEqualTo(expected[i] / 2);
        }
    }

    @Test
    void a_crop_shows_what_the_authors_crop_shows() {
        NdArray expected = fixture.read("crops_u8_box0to2");
        InputSpec levels = new InputSpec("x", 192, 256, InputSpec.Layout.NHWC, InputSpec.ColorOrder.RGB,
                List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
        Tensor crop = Tensor.allocate(levels.shape(1));
        try (Frame frame = TestFrames.load(Shared.file("fixtures/pre/gradient_640x480.png"));
                ImageSampler sampler = new ImageSampler(levels)) {
            for (int i = 0; i < 3; i++) {
                sampler.sample(frame, VIEW.sampled(VIEW.region(box(i))), Border.BLACK, crop, 0);
                int close = 0;
                for (int at = 0; at < crop.size(); at++) {
                    close += Math.abs(crop.get(at) - expected.getDouble(i * crop.size() + at)) <= 2 ? 1 : 0;
                }
                // The second box is shrunk more than twofold: there ours averages pixels that the authors' skips.
                assertThat((double) close / crop.size()).as("box " + i).isGreaterThanOrEqualTo(i == 1 ? 0.98 : 0.995);
            }
        }
    }

    private Box box(int person) {
        double[] values = fixture.read("boxes_xywh").toDoubles();
        return new Box((float) values[4 * person], (float) values[4 * person + 1], (float) values[4 * person + 2],
                (float) values[4 * person + 3]);
    }
}
