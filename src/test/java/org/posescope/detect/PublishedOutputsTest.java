package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pose.Box;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/** Each detector as its publisher exports it, on a frame of 320 x 160 in an input of 64 x 64: one input pixel is five of the frame. */
class PublishedOutputsTest {
    private static final int SIDE = 64;
    private static final int CELLS = 8 * 8 + 4 * 4 + 2 * 2;
    private static final int CLASSES = 80;

    @TempDir
    private Path folder;

    private record Seen(double left, double top, double right, double bottom, double score) {}

    private static Region view(Box box) {
        return new Region(box.centerX(), box.centerY(), box.width(), box.height(), 0);
    }

    /** What a file finds, which is what the same file in half precision finds. */
    private List<Seen> detect(OnnxFile onnx, String decoder, PublishedOutputs outputs) throws IOException {
        Path whole = folder.resolve("detector.onnx");
        onnx.write(whole);
        List<Seen> seen = detect(whole, decoder, outputs);
        Path half = folder.resolve("half.onnx");
        onnx.writeHalf(half);
        requireWithin(0.02, detect(half, decoder, outputs), seen.toArray(Seen[]::new));
        return seen;
    }

    private List<Seen> detect(Path file, String decoder, PublishedOutputs outputs) {
        ModelCard card = new ModelRecognizer().recognize(file).card();
        assertThat(card.decoder()).isEqualTo(decoder);
        Session session = Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(1));
        List<Seen> seen = new ArrayList<>();
        try (PersonDetector detector = PublishedDetector.of(session, card.input(), 0.3f, outputs,
                PublishedOutputsTest::view);
                Frame frame = TestFrames.of(320, 160, (x, y) -> x * y)) {
            for (Detection each : detector.detect(frame, (_, _) -> {})) {
                Box box = each.box().orElseThrow();
                seen.add(new Seen(box.x(), box.y(), box.right(), box.bottom(), each.score()));
            }
        }
        return seen;
    }

    private static void requireSame(List<Seen> actual, Seen... expected) {
        requireWithin(1e-3, actual, expected);
    }

    private static void requireWithin(double tolerance, List<Seen> actual, Seen... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            Seen a = actual.get(i);
            Seen b = expected[i];
            assertThat(List.of(a.left, a.top, a.right, a.bottom, a.score)).as("person " + i)
                    .usingElementComparator((x, y) -> Math.abs(x - y) < tolerance ? 0 : Double.compare(x, y))
                    .containsExactly(b.left, b.top, b.right, b.bottom, b.score);
        }
    }

    private static OnnxFile picture(String name) {
        return new OnnxFile().input(name, OnnxFile.FLOAT, 1, 3, SIDE, SIDE);
    }

    private static OnnxFile output(OnnxFile onnx, String name, Tensor value) {
        return onnx.constant(name + "_value", value).node("Identity", name, name + "_value").output(name,
                OnnxFile.FLOAT, value.shape());
    }

    /** Rows: a person, one of another class, a faint one, one at the borders, one beyond them. */
    private static Tensor dets() {
        return Tensor
                .of(new float[] {10, 4, 20, 24, 0.9f, 30, 4, 40, 24, 0.8f, 50, 4, 60, 24, 0.2f, 44, 12, 64, 32, 0.5f,
                    -5, 10, 5, 70, 0.4f}, 1, 5, 5);
    }

    private static OnnxFile mmdeploy(OnnxFile onnx) {
        return output(onnx, "dets", dets()).wholeConstant("labels_value", new long[] {0, 2, 0, 0, 0}, 1, 5)
                .node("Identity", "labels", "labels_value").output("labels", OnnxFile.INT64, 1, 5);
    }

    @Test
    void boxes_of_mmdeploy_lie_in_a_frame_at_the_upper_left() throws IOException {
        requireSame(detect(mmdeploy(picture("input")), "mmdeploy-boxes", PublishedOutputs.MMDEPLOY),
                new Seen(50, 20, 100, 120, 0.9), new Seen(220, 60, 320, 160, 0.5), new Seen(0, 50, 25, 160, 0.4));
    }

    @Test
    void a_yolox_of_mmdeploy_is_told_from_rtmdet_by_its_slices() throws IOException {
        Path file = folder.resolve("detector.onnx");
        mmdeploy(picture("input")).write(file);
        assertThat(new ModelRecognizer().recognize(file).card().input().mean()).containsExactly(103.53f, 116.28f,
                123.675f);

        mmdeploy(picture("input")).node("Slice", "focus", "input").write(file);
        assertThat(new ModelRecognizer().recognize(file).card().input().mean()).containsExactly(0f, 0f, 0f);
    }

    /** Columns of cells of which only the named are not empty. */
    private static Tensor cells(int values, float[]... candidates) {
        float[] data = new float[values * CELLS];
        for (int cell = 0; cell < candidates.length; cell++) {
            for (int value = 0; value < candidates[cell].length; value++) {
                data[value * CELLS + cell] = candidates[cell][value];
            }
        }
        return Tensor.of(data, 1, values, CELLS);
    }

    @Test
    void of_the_boxes_of_yolo_those_count_whose_greatest_class_is_people() throws IOException {
        // The frame lies in the middle: 16 rows of grey above it.
        Tensor boxes = cells(4 + CLASSES, new float[] {15, 30, 10, 20, 0.9f}, new float[] {15, 31, 10, 20, 0.8f},
                new float[] {15, 38, 10, 20, 0.7f}, new float[] {45, 30, 10, 20, 0.6f, 0.65f},
                new float[] {5, 26, 10, 20, 0.5f}, new float[] {50, 30, 4, 4, 0.29f},
                new float[] {64, 48, 20, 20, 0.3f});

        requireSame(detect(output(picture("images"), "output0", boxes), "yolo", PublishedOutputs.YOLO),
                new Seen(50, 20, 100, 120, 0.9), new Seen(50, 60, 100, 160, 0.7), new Seen(0, 0, 50, 100, 0.5),
                new Seen(270, 110, 320, 160, 0.3));
    }

    @Test
    void boxes_that_are_left_are_taken_as_they_are() throws IOException {
        Tensor rows = Tensor
                .of(new float[] {10, 20, 20, 40, 0.4f, 0, 11, 20, 21, 40, 0.9f, 0, 30, 20, 40, 40, 0.8f, 2, -4, 10,
                    10, 60, 0.35f, 0, 0, 0, 0, 0, 0, 0}, 1, 5, 6);

        requireSame(detect(output(picture("images"), "output0", rows).metadata("names", "{0: 'person', 2: 'car'}"),
                "yolo-final", PublishedOutputs.YOLO_FINAL), new Seen(55, 20, 105, 120, 0.9),
                new Seen(50, 20, 100, 120, 0.4), new Seen(0, 0, 50, 160, 0.35));
    }

    @Test
    void boxes_of_a_transformer_are_in_units_of_the_whole_frame() throws IOException {
        float[] logits = new float[5 * CLASSES];
        Arrays.fill(logits, -9);
        float[] people = {2, -1, 0, -0.5f, 4};
        for (int i = 0; i < people.length; i++) {
            logits[i * CLASSES] = people[i];
        }
        Tensor boxes = Tensor.of(new float[] {0.25f, 0.5f, 0.1f, 0.5f, 0.5f, 0.5f, 0.1f, 0.1f, 1, 1, 0.5f, 0.5f, 0.75f,
            0.5f, 0.1f, 0.5f, 0.5f, 0.5f, 0.2f, 1}, 1, 5, 4);
        OnnxFile onnx = output(output(picture("pixel_values"), "logits", Tensor.of(logits, 1, 5, CLASSES)),
                "pred_boxes", boxes);

        requireSame(detect(onnx, "detr", PublishedOutputs.DETR), new Seen(128, 0, 192, 160, sigmoid(4)),
                new Seen(64, 40, 96, 120, sigmoid(2)), new Seen(240, 120, 320, 160, sigmoid(0)),
                new Seen(224, 40, 256, 120, sigmoid(-0.5)));
    }

    private static double sigmoid(double logit) {
        return Math.exp(logit) / (1 + Math.exp(logit));
    }

    @Test
    void a_network_whose_first_class_is_no_person_is_not_taken_for_one() throws IOException {
        Path file = folder.resolve("cats.onnx");
        output(picture("images"), "output0", cells(4 + CLASSES)).metadata("names", "{0: 'cat'}").write(file);

        assertThatThrownBy(() -> new ModelRecognizer().recognize(file))
                .hasMessageContaining("has no card and seems to be");
    }
}
