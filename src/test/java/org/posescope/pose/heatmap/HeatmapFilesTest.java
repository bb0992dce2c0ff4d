package org.posescope.pose.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;

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
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/** HRNet's and ViTPose's contract: 1x3x256x192 in, one heatmap 64x48 a point out. */
class HeatmapFilesTest {
    private static final int ROWS = 64;
    private static final int COLUMNS = 48;
    private static final int POINTS = 17;
    /** Column and row of the highest cell: inside, beside and at each border, in the corners. */
    private static final int[][] PEAKS = {{20, 30}, {1, 30}, {0, 30}, {2, 30}, {46, 30}, {47, 30}, {20, 1}, {20, 0},
        {20, 2}, {20, 62}, {20, 63}, {0, 0}, {47, 63}, {0, 63}, {47, 0}, {33, 21}};
    private static final Region REGION = new Region(200, 160, 192, 256, 0);

    @TempDir
    private Path folder;

    /** The right and the lower neighbour are the higher ones; the last map is empty. */
    private static Tensor maps() {
        Tensor maps = Tensor.allocate(1, POINTS, ROWS, COLUMNS);
        for (int point = 0; point < PEAKS.length; point++) {
            int column = PEAKS[point][0];
            int row = PEAKS[point][1];
            for (int r = Math.max(0, row - 1); r <= Math.min(ROWS - 1, row + 1); r++) {
                for (int c = Math.max(0, column - 1); c <= Math.min(COLUMNS - 1, column + 1); c++) {
                    maps.data().put((point * ROWS + r) * COLUMNS + c, 0.25f + 0.0625f * (c - column + r - row));
                }
            }
            maps.data().put((point * ROWS + row) * COLUMNS + column, point == 15 ? 1.25f : 0.75f);
        }
        return maps;
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void points_lie_where_the_publishers_arithmetic_puts_them(boolean transformer, boolean half) throws IOException {
        Path file = folder.resolve("pose.onnx");
        OnnxFile onnx = new OnnxFile().input("input", OnnxFile.FLOAT, 1, 3, 256, 192).constant("maps", maps())
                .node("Identity", "output", "maps").output("output", OnnxFile.FLOAT, 1, POINTS, ROWS, COLUMNS);
        if (transformer) {
            onnx.node("Softmax", "attention", "maps");
        }
        if (half) {
            onnx.writeHalf(file);
        } else {
            onnx.write(file);
        }
        ModelCard card = new ModelRecognizer().recognize(file).card();
        assertThat(card.decoder()).isEqualTo(transformer ? "heatmaps-udp" : "heatmaps");
        PointOutputs outputs = transformer ? PointOutputs.HEATMAPS_UDP : PointOutputs.HEATMAPS;
        try (HeatmapPose pose = new HeatmapPose(
                Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(1)), card.input(), Skeletons.COCO17,
                outputs, false); Frame frame = TestFrames.of(400, 320, (x, y) -> x + y)) {
            Person person = pose.estimate(frame, REGION, (_, _) -> {}).person();

            for (int point = 0; point < PEAKS.length; point++) {
                Keypoint found = person.ownKeypoints().points().get(point);
                requireAt(found, PEAKS[point][0], PEAKS[point][1], transformer, point);
                assertThat(found.score()).isEqualTo(point == 15 ? 1 : 0.75f);
            }
            assertThat(person.ownKeypoints().points().get(POINTS - 1).score()).isZero();
        }
    }

    /**
     * HRNet: {@code (cell + 0.25) / cells} of the region, where the cell is not beside a border. ViTPose: within a cell of
     * {@code cell / (cells - 1)}, which PeakRefinementTest makes exact.
     */
    private static void requireAt(Keypoint found, int column, int row, boolean unbiased, int point) {
        if (unbiased) {
            assertThat((found.x() - 104) / 192 * (COLUMNS - 1)).as("x of " + point).isCloseTo(column, within(1f));
            assertThat((found.y() - 32) / 256 * (ROWS - 1)).as("y of " + point).isCloseTo(row, within(1f));
            return;
        }
        boolean inside = 1 < column && column < COLUMNS - 1 && 1 < row && row < ROWS - 1;
        float shift = inside ? 0.25f : 0;
        assertThat(found.x()).as("x of " + point).isCloseTo(104 + 4 * (column + shift), within(1e-3f));
        assertThat(found.y()).as("y of " + point).isCloseTo(32 + 4 * (row + shift), within(1e-3f));
    }
}
