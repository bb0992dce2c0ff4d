package org.posescope.pose.bottomup.onestage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.detect.PublishedOutputs;
import org.posescope.frame.Frame;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.Task;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/** Each network as its publisher exports it, on a frame of 320 x 160 in an input of 64 x 64: 16 rows above the frame, five of its pixels to one. */
class OneStagePoseTest {
    private static final int SIDE = 64;
    private static final int POINTS = 17;
    private static final int CELLS = 8 * 8 + 4 * 4 + 2 * 2;
    private static final float[][] BOXES = {{10, 20, 20, 40, 0.9f}, {0, 16, 64, 48, 0.5f}, {-5, 20, 5, 60, 0.4f},
        {40, 20, 60, 44, 0.3f}, {30, 20, 32, 24, 0.005f}};

    @TempDir
    private Path folder;

    /** X, y and score of a point of somebody in the input: the first lies at its corner, the others go on from there. */
    private static float[] point(int person, int point) {
        return new float[] {4 * point - person, 4 * point + person, point == 3 ? 1.25f : 1 - point / 17f};
    }

    private List<Person> estimate(OnnxFile onnx, String decoder, PublishedOutputs outputs) throws IOException {
        Path file = folder.resolve("pose.onnx");
        onnx.write(file);
        ModelCard card = new ModelRecognizer().recognize(file).card();
        assertThat(card.decoder()).isEqualTo(decoder);
        assertThat(card.task()).isEqualTo(Task.POSE_BOTTOM_UP);
        assertThat(card.skeleton()).contains("coco17");
        assertThat(card.input().colorOrder()).isEqualTo(outputs == PublishedOutputs.RTMO
                ? InputSpec.ColorOrder.BGR
                : InputSpec.ColorOrder.RGB);
        try (OneStagePose pose = new OneStagePose(
                Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(1)), card.input(), outputs);
                Frame frame = TestFrames.of(320, 160, (x, y) -> x + y)) {
            return pose.estimate(frame, new Camera(300, 160, 80), (_, _) -> {});
        }
    }

    private static OnnxFile output(OnnxFile onnx, String name, Tensor value) {
        return onnx.constant(name + "_value", value).node("Identity", name, name + "_value").output(name,
                OnnxFile.FLOAT, value.shape());
    }

    private static OnnxFile picture(String name) {
        return new OnnxFile().input(name, OnnxFile.FLOAT, 1, 3, SIDE, SIDE);
    }

    /** The first four of {@link #BOXES}; the fifth is too faint. */
    private static void requireAll(List<Person> people) {
        assertThat(people).hasSize(4);
        for (int i = 0; i < people.size(); i++) {
            Box box = people.get(i).box();
            float[] expected = BOXES[i];
            assertThat(people.get(i).score()).isEqualTo(expected[4]);
            requireAt(box.x(), box.y(), expected[0], expected[1], "upper left of " + i);
            requireAt(box.right(), box.bottom(), expected[2], expected[3], "lower right of " + i);
            for (int point = 0; point < POINTS; point++) {
                Keypoint seen = people.get(i).ownKeypoints().points().get(point);
                float[] given = point(i, point);
                requireAt(seen.x(), seen.y(), given[0], given[1], "point " + point + " of " + i);
                assertThat(seen.score()).isEqualTo(Math.min(1, given[2]));
            }
        }
    }

    private static void requireAt(float x, float y, float inputX, float inputY, String what) {
        assertThat(x).as(what).isCloseTo(5 * inputX, within(1e-3f));
        assertThat(y).as(what).isCloseTo(5 * (inputY - 16), within(1e-3f));
    }

    @Test
    void people_of_rtmo_lie_where_its_boxes_and_points_say() throws IOException {
        Tensor dets = Tensor.allocate(1, BOXES.length, 5);
        Tensor points = Tensor.allocate(1, BOXES.length, POINTS, 3);
        for (int i = 0; i < BOXES.length; i++) {
            dets.data().put(5 * i, BOXES[i]);
            for (int point = 0; point < POINTS; point++) {
                points.data().put((i * POINTS + point) * 3, point(i, point));
            }
        }

        requireAll(estimate(output(output(picture("input"), "dets", dets), "keypoints", points), "rtmo",
                PublishedOutputs.RTMO));
    }

    @Test
    void people_of_yolo_are_given_by_centre_and_sides_and_the_best_of_each_is_kept() throws IOException {
        Tensor table = Tensor.allocate(1, 56, CELLS);
        for (int i = 0; i < BOXES.length; i++) {
            putCell(table, 7 * i + 1, i, BOXES[i][4]);
            putCell(table, 7 * i + 2, i, BOXES[i][4] * 0.9f);
        }

        requireAll(estimate(output(picture("images"), "output0", table), "yolo-pose", PublishedOutputs.YOLO_POSE));
    }

    private static void putCell(Tensor table, int cell, int person, float score) {
        float[] box = BOXES[person];
        float[] values = {(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2] - box[0], box[3] - box[1], score};
        for (int value = 0; value < values.length; value++) {
            table.data().put(value * CELLS + cell, values[value]);
        }
        for (int at = 0; at < 3 * POINTS; at++) {
            table.data().put((5 + at) * CELLS + cell, point(person, at / 3)[at % 3]);
        }
    }

    @Test
    void people_that_are_left_are_given_by_corners() throws IOException {
        Tensor table = Tensor.allocate(1, BOXES.length + 1, 57);
        for (int i = 0; i < BOXES.length; i++) {
            int row = BOXES.length - i;
            table.data().put(57 * row, BOXES[i]);
            for (int point = 0; point < POINTS; point++) {
                table.data().put(57 * row + 6 + 3 * point, point(i, point));
            }
        }
        table.data().put(4, 0.95f).put(5, 1);

        requireAll(estimate(output(picture("images"), "output0", table), "yolo-pose-final",
                PublishedOutputs.YOLO_POSE_FINAL));
    }
}
