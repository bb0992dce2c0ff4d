package org.posescope.pose.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/** RTMPose's contract: {@code input} 1x3x256x192, {@code simcc_x} 1xKx384, {@code simcc_y} 1xKx512. */
class SimccPoseTest {
    private static final int WIDTH = 192;
    private static final int HEIGHT = 256;
    private static final Box BOX = new Box(100, 40, 90, 200);

    @TempDir
    private Path folder;

    /** The highest bins of a point and their heights. */
    private record Peak(int column, int row, float columnHeight, float rowHeight) {
        /** mmpose: bins halved are pixels of the input, and those are stretched over the padded box. */
        Keypoint expected() {
            double high = Math.max(BOX.height(), BOX.width() * 256.0 / 192) * 1.25;
            double wide = high * 192 / 256;
            float least = Math.min(columnHeight, rowHeight);
            double x = least > 0 ? column / 2.0 : -0.5;
            double y = least > 0 ? row / 2.0 : -0.5;
            return new Keypoint((float) (x / 192 * wide + 145 - wide / 2), (float) (y / 256 * high + 140 - high / 2),
                    Math.clamp(least, 0, 1));
        }
    }

    private static final List<Peak> CASES = List.of(new Peak(200, 300, 0.75f, 0.5f), new Peak(201, 301, 0.5f, 0.75f),
            new Peak(0, 0, 0.5f, 0.5f), new Peak(383, 511, 0.25f, 0.5f), new Peak(0, 511, 0.875f, 0.875f),
            new Peak(17, 400, 1.5f, 1.25f), new Peak(50, 60, 0, 0.5f), new Peak(50, 60, -0.5f, 0.75f));

    private static Tensor line(int points, int bins, boolean columns, float background) {
        float[] heights = new float[points * bins];
        for (int point = 0; point < points; point++) {
            Peak peak = CASES.get(point % CASES.size());
            float height = columns ? peak.columnHeight : peak.rowHeight;
            for (int bin = 0; bin < bins; bin++) {
                heights[point * bins + bin] = Math.min(height, 0) + background;
            }
            heights[point * bins + (columns ? peak.column : peak.row)] = height;
        }
        return Tensor.of(heights, 1, points, bins);
    }

    private ModelFile network(int points, boolean half) throws IOException {
        Path file = folder.resolve("rtmpose.onnx");
        OnnxFile onnx = new OnnxFile().input("input", OnnxFile.FLOAT, 1, 3, HEIGHT, WIDTH)
                .constant("x", line(points, 2 * WIDTH, true, -1)).constant("y", line(points, 2 * HEIGHT, false, -1))
                .node("Identity", "simcc_x", "x").node("Identity", "simcc_y", "y")
                .output("simcc_x", OnnxFile.FLOAT, 1, points, 2 * WIDTH)
                .output("simcc_y", OnnxFile.FLOAT, 1, points, 2 * HEIGHT);
        if (half) {
            onnx.writeHalf(file);
        } else {
            onnx.write(file);
        }
        return new ModelFile(new ModelRecognizer().recognize(file).card(), file);
    }

    @ParameterizedTest
    @CsvSource({"17, coco17, false", "26, halpe26, false", "133, coco-wholebody133, false", "17, coco17, true"})
    void points_lie_where_the_publishers_arithmetic_puts_them(int points, String skeleton, boolean half)
            throws IOException {
        ModelFile file = network(points, half);
        ModelCard card = file.card();
        try (Session session = Sessions.open(file, SessionOptions.onCpu(1));
                HeatmapPose pose = new HeatmapPose(session, card.input(), Skeletons.byId(skeleton), PointOutputs.SIMCC,
                        false);
                Frame frame = TestFrames.of(320, 240, (x, y) -> x + y)) {
            Person person = pose.estimate(frame, PersonView.of(card.input()).region(BOX), (_, _) -> {}).person();

            assertThat(card.decoder()).isEqualTo("simcc");
            assertThat(card.skeleton()).contains(skeleton);
            assertThat(person.ownKeypoints().skeleton()).isEqualTo(Skeletons.byId(skeleton));
            assertThat(person.keypoints().getLast().skeleton()).isEqualTo(Skeletons.COCO17);
            assertThat(person.keypoints().getLast().points())
                    .isEqualTo(person.ownKeypoints().points().subList(0, 17));
            for (int i = 0; i < points; i++) {
                requireSame(person.ownKeypoints().points().get(i), CASES.get(i % CASES.size()).expected(), i);
            }
        }
    }

    private static void requireSame(Keypoint actual, Keypoint expected, int point) {
        assertThat(actual.x()).as("x of " + point).isCloseTo(expected.x(), within(1e-3f));
        assertThat(actual.y()).as("y of " + point).isCloseTo(expected.y(), within(1e-3f));
        assertThat(actual.score()).as("score of " + point).isEqualTo(expected.score());
    }

    @Test
    void of_bins_of_one_height_the_first_counts() {
        SimccDecoder decoder = SimccDecoder.of(outputs(new float[] {0, 0.5f, 0.5f, 0}, flat(0.5f)), small(),
                Optional.empty());

        assertThat(decoder.decode(0, new Region(1, 1, 2, 2, 0))).containsExactly(new Keypoint(0.5f, 0, 0.5f));
    }

    private static float[] flat(float height) {
        return new float[] {height, height, height, height};
    }

    private static InputSpec small() {
        return new InputSpec("input", 2, 2, InputSpec.Layout.NCHW, InputSpec.ColorOrder.RGB, List.of(0f, 0f, 0f),
                List.of(1f, 1f, 1f));
    }

    private static Map<String, Tensor> outputs(float[] x, float[] y) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        outputs.put("simcc_x", Tensor.of(x, 1, x.length / 4, 4));
        outputs.put("simcc_y", Tensor.of(y, 1, y.length / 4, 4));
        return outputs;
    }

    @Test
    void a_mirrored_twin_is_turned_back_and_averaged() {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        outputs.put("simcc_x", Tensor.of(new float[] {0, 0.4f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.8f, 0}, 2, 2, 4));
        outputs.put("simcc_y", Tensor.of(new float[] {0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1}, 2, 2, 4));

        List<Keypoint> points = SimccDecoder.of(outputs, small(), Optional.of(new int[] {1, 0})).decode(0,
                new Region(1, 1, 2, 2, 0));

        assertThat(points.getFirst().x()).isEqualTo(0.5f);
        assertThat(points.getFirst().y()).isEqualTo(1.5f);
        assertThat(points.getFirst().score()).isCloseTo(0.6f, within(1e-6f));
        assertThat(points.getLast().score()).isZero();
    }

    @Test
    void lines_that_do_not_belong_to_the_input_are_refused() {
        List<Float> zero = List.of(0f, 0f, 0f);
        InputSpec other = new InputSpec("input", 3, 2, InputSpec.Layout.NCHW, InputSpec.ColorOrder.RGB, zero, zero);

        assertThatThrownBy(() -> SimccDecoder.of(outputs(flat(1), flat(1)), other, Optional.empty()))
                .hasMessage("lines of 4 and 4 bins do not belong to an input of 3x2");
    }
}
