package org.posescope.pose.bottomup.paf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/** The contract of human-pose-estimation-0001: {@code data} 1x3x256x456, fields 1x38x32x57 and heatmaps 1x19x32x57. */
class OpenPoseFileTest {
    private static final int ROWS = 32;
    private static final int COLUMNS = 57;
    private static final int STRIDE = 8;
    private static final int PEOPLE = 5;

    @TempDir
    private Path folder;

    private static OnnxFile output(OnnxFile onnx, String name, Tensor value) {
        return onnx.constant(name + "_value", value).node("Identity", name, name + "_value").output(name,
                OnnxFile.FLOAT, value.shape());
    }

    @ParameterizedTest
    @CsvSource({"Mconv7_stage2_L1, Mconv7_stage2_L2, 0, 1",
        "stage_1_output_0_pafs, stage_1_output_1_heatmaps, 128, 256"})
    void people_of_a_file_without_a_card_lie_where_they_were_drawn(String fields, String heatmaps, float mean,
            float deviation) throws IOException {
        MapPainter painter = new MapPainter(ROWS, COLUMNS);
        List<DrawnPerson> drawn = DrawnPerson.crowd(PEOPLE, ROWS, COLUMNS);
        drawn.forEach(painter::paint);
        OnnxFile onnx = new OnnxFile().input("data", OnnxFile.FLOAT, 1, 3, STRIDE * ROWS, STRIDE * COLUMNS);
        output(output(onnx, fields, painter.fields()), heatmaps, painter.heatmaps());
        if (mean == 0) {
            onnx.node("Mul", "shifted", "data", "data");
        }
        Path file = folder.resolve("openpose.onnx");
        onnx.write(file);
        ModelCard card = new ModelRecognizer().recognize(file).card();

        assertThat(card.decoder()).isEqualTo("openpose");
        assertThat(card.input().mean()).containsExactly(mean, mean, mean);
        assertThat(card.input().scale()).containsExactly(1 / deviation, 1 / deviation, 1 / deviation);
        try (OpenPose pose = new OpenPose(Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(1)),
                card.input(), OptionalInt.empty());
                Frame frame = TestFrames.of(2 * STRIDE * COLUMNS, 2 * STRIDE * ROWS, (x, y) -> x + y)) {
            List<Person> people = pose.estimate(frame, new Camera(900, 456, 256), (_, _) -> {});

            assertThat(people).hasSize(PEOPLE).allSatisfy(person -> assertThat(drawn)
                    .anySatisfy(each -> requireSame(person, each)));
        }
    }

    private static void requireSame(Person person, DrawnPerson drawn) {
        for (int part = 0; part < person.ownKeypoints().points().size(); part++) {
            Keypoint point = person.ownKeypoints().points().get(part);
            assertThat(point.x() / (2 * STRIDE)).isCloseTo((float) drawn.x(part), within(0.3f));
            assertThat(point.y() / (2 * STRIDE)).isCloseTo((float) drawn.y(part), within(0.3f));
        }
    }
}
