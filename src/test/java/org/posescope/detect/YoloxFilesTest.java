package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pose.Box;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/** YOLOX as its authors export it, for 64 x 64: {@code images} in, 84 cells of strides 8, 16 and 32 out; one pixel is five of the frame. */
class YoloxFilesTest {
    private static final int SIDE = 64;
    private static final int CELLS = 8 * 8 + 4 * 4 + 2 * 2;
    /** Cell, stride, column and row of it: the first and last of each grid. */
    private static final int[][] PEOPLE = {{0, 8, 0, 0}, {63, 8, 7, 7}, {67, 16, 3, 0}, {79, 16, 3, 3}, {82, 32, 0, 1}};
    /** Where in the cell, and sides by the stride. */
    private static final double[] BOX = {0.25, 0.5, 0.625, 0.75};

    @TempDir
    private Path folder;

    private static Tensor output(int values, boolean decoded) {
        float[] data = new float[CELLS * values];
        for (int person = 0; person < PEOPLE.length; person++) {
            int[] p = PEOPLE[person];
            double[] box = {BOX[0] + p[2], BOX[1] + p[3], BOX[2], BOX[3]};
            for (int i = 0; i < BOX.length; i++) {
                double raw = i < 2 ? BOX[i] : Math.log(BOX[i]);
                data[p[0] * values + i] = (float) (decoded ? box[i] * p[1] : raw);
            }
            data[p[0] * values + 4] = 0.75f;
            data[p[0] * values + 5] = 0.9f - 0.1f * person;
        }
        return Tensor.of(data, 1, CELLS, values);
    }

    @ParameterizedTest
    @CsvSource({"85, false", "85, true", "6, false", "6, true"})
    void boxes_lie_where_the_publishers_arithmetic_puts_them(int values, boolean decoded) throws IOException {
        Path file = folder.resolve("yolox.onnx");
        OnnxFile onnx = new OnnxFile().input("images", OnnxFile.FLOAT, 1, 3, SIDE, SIDE)
                .constant("boxes", output(values, decoded)).node("Identity", "output", "boxes")
                .output("output", OnnxFile.FLOAT, 1, CELLS, values);
        if (decoded) {
            onnx.node("Exp", "sides", "boxes");
        }
        onnx.write(file);
        ModelCard card = new ModelRecognizer().recognize(file).card();
        assertThat(card.decoder()).isEqualTo(decoded ? "yolox-decoded" : "yolox");
        try (PersonDetector detector = new YoloxDetector(
                Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(1)), card.input(), 0.3f,
                decoded ? YoloxBoxes.IN_PIXELS : YoloxBoxes.IN_CELLS,
                box -> new Region(box.centerX(), box.centerY(), box.width(), box.height(), 0));
                Frame frame = TestFrames.of(320, 320, (x, y) -> x * y)) {
            List<Detection> found = detector.detect(frame, (_, _) -> {});

            assertThat(found).hasSize(PEOPLE.length);
            for (int person = 0; person < PEOPLE.length; person++) {
                requireSame(found.get(person), person);
            }
        }
    }

    private static void requireSame(Detection found, int person) {
        int[] p = PEOPLE[person];
        double unit = 5.0 * p[1];
        Box box = found.box().orElseThrow();
        double[] expected = {clamped((BOX[0] + p[2] - BOX[2] / 2) * unit), clamped((BOX[1] + p[3] - BOX[3] / 2) * unit),
            clamped((BOX[0] + p[2] + BOX[2] / 2) * unit), clamped((BOX[1] + p[3] + BOX[3] / 2) * unit)};
        assertThat((double) box.x()).as("left of " + person).isCloseTo(expected[0], within(1e-2));
        assertThat((double) box.y()).as("top of " + person).isCloseTo(expected[1], within(1e-2));
        assertThat((double) box.right()).as("right of " + person).isCloseTo(expected[2], within(1e-2));
        assertThat((double) box.bottom()).as("bottom of " + person).isCloseTo(expected[3], within(1e-2));
        assertThat(found.score()).isCloseTo(0.75f * (0.9f - 0.1f * person), within(1e-6f));
    }

    private static double clamped(double side) {
        return Math.clamp(side, 0, 320);
    }
}
