package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
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

/**
 * RTMDet as it is exported without the suppression inside, on a frame of 320 x 160 at the upper left of an input of 64 x 64: one of its
 * pixels is five of the frame.
 */
class RtmDetOutputsTest {
    private static final int SIDE = 64;
    private static final int[] STRIDES = {8, 16, 32};
    private static final int CLASSES = 80;
    private static final float NOBODY = -9;

    /** At both corners, beyond the frame, one that the best suppresses, one beside it that stays, and one that is too faint. */
    private static final List<Cell> CELLS = List.of(new Cell(8, 0, 0, 2, 0, 0, 10, 30),
            new Cell(8, 2, 1, 1, 2, 6, 10, 20), new Cell(16, 1, 1, 0.5f, 2, 13, 10, 12.5f),
            new Cell(8, 3, 1, 0, 7, 6, 5, 20), new Cell(16, 3, 0, -0.5f, 4, -2, 16, 40),
            new Cell(32, 1, 0, 3, 2, 0, 8, 32), new Cell(32, 0, 1, -0.25f, 5, 12, 8, 20),
            new Cell(8, 7, 3, -0.9f, 4, 4, 4, 4));
    /** Best first; the third is the one that is suppressed. */
    private static final int[] LEFT = {5, 0, 1, 3, 6, 4};

    @TempDir
    private Path folder;

    /** A cell of a grid, its logit of people, and what lies on each side of its corner, in pixels of the input. */
    private record Cell(int stride, int column, int row, float logit, float left, float top, float right,
            float bottom) {
        int columns() {
            return SIDE / stride;
        }

        /** Among the cells of all grids. */
        int index() {
            int before = Arrays.stream(STRIDES).filter(each -> each < stride).map(each -> (SIDE / each) * (SIDE / each))
                    .sum();
            return before + row * columns() + column;
        }

        float[] corners() {
            return new float[] {column * stride - left, row * stride - top, column * stride + right,
                row * stride + bottom};
        }

        double score() {
            return 1 / (1 + Math.exp(-logit));
        }
    }

    private static OnnxFile output(OnnxFile onnx, String name, String operator, Tensor value, String... others) {
        String[] inputs = Stream.concat(Stream.of(name + "_value"), Stream.of(others)).toArray(String[]::new);
        return onnx.constant(name + "_value", value).node(operator, name, inputs).output(name, OnnxFile.FLOAT,
                value.shape());
    }

    private static OnnxFile picture() {
        return new OnnxFile().input("input", OnnxFile.FLOAT, 1, 3, SIDE, SIDE);
    }

    /** What the head gives: mmdet multiplies distances with the stride, mmyolo leaves that to what follows. */
    private static OnnxFile levels(boolean pixels) {
        OnnxFile onnx = picture().constant("one", Tensor.of(new float[] {1}, 1));
        for (int stride : STRIDES) {
            output(onnx, "cls" + stride, "Identity", logits(stride));
        }
        for (int stride : STRIDES) {
            if (pixels) {
                output(onnx, "box" + stride, "Mul", distances(stride, 1), "one");
            } else {
                output(onnx, "box" + stride, "Identity", distances(stride, stride));
            }
        }
        return onnx;
    }

    private static Tensor logits(int stride) {
        int columns = SIDE / stride;
        float[] logits = new float[CLASSES * columns * columns];
        Arrays.fill(logits, NOBODY);
        for (Cell cell : CELLS) {
            if (cell.stride == stride) {
                logits[cell.row * columns + cell.column] = cell.logit;
                // Each class is looked at alone, so that a greater one harms nobody.
                logits[(columns + cell.row) * columns + cell.column] = 5;
            }
        }
        return Tensor.of(logits, 1, CLASSES, columns, columns);
    }

    private static Tensor distances(int stride, int unit) {
        int columns = SIDE / stride;
        int cells = columns * columns;
        Tensor distances = Tensor.allocate(1, 4, columns, columns);
        for (Cell cell : CELLS) {
            if (cell.stride == stride) {
                float[] sides = {cell.left, cell.top, cell.right, cell.bottom};
                for (int side = 0; side < sides.length; side++) {
                    distances.data().put(side * cells + cell.row * columns + cell.column, sides[side] / unit);
                }
            }
        }
        return distances;
    }

    /** What follows the head, cut off before the suppression: corners and probabilities of all cells. */
    private static OnnxFile flat(String boxes, String scores) {
        Tensor corners = Tensor.allocate(1, 84, 4);
        Tensor probabilities = Tensor.allocate(1, 84, CLASSES);
        for (Cell cell : CELLS) {
            corners.data().put(4 * cell.index(), cell.corners());
            probabilities.data().put(CLASSES * cell.index(), (float) cell.score()).put(CLASSES * cell.index() + 1,
                    0.9f);
        }
        return output(output(picture(), boxes, "Identity", corners), scores, "Identity", probabilities);
    }

    private void requirePeople(Path file, String decoder, PublishedOutputs outputs, float tolerance) {
        ModelCard card = new ModelRecognizer().recognize(file).card();
        assertThat(card.decoder()).isEqualTo(decoder);
        assertThat(card.title()).startsWith("RTMDet ");
        assertThat(card.input().mean()).containsExactly(103.53f, 116.28f, 123.675f);
        try (PersonDetector detector = PublishedDetector.of(
                Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(1)), card.input(), 0.3f, outputs,
                box -> new Region(box.centerX(), box.centerY(), box.width(), box.height(), 0));
                Frame frame = TestFrames.of(320, 160, (x, y) -> x * y)) {
            List<Detection> people = detector.detect(frame, (_, _) -> {});

            assertThat(people).hasSize(LEFT.length);
            for (int i = 0; i < LEFT.length; i++) {
                Cell cell = CELLS.get(LEFT[i]);
                Box box = people.get(i).box().orElseThrow();
                float[] corners = cell.corners();
                assertThat(people.get(i).score()).isCloseTo((float) cell.score(), within(tolerance / 10));
                assertThat(new float[] {box.x(), box.y(), box.right(), box.bottom()}).as("person " + i).containsExactly(
                        new float[] {Math.max(0, 5 * corners[0]), Math.max(0, 5 * corners[1]),
                            Math.min(320, 5 * corners[2]), Math.min(160, 5 * corners[3])},
                        within(tolerance));
            }
        }
    }

    private void requirePeople(OnnxFile onnx, String decoder, PublishedOutputs outputs) throws IOException {
        Path file = folder.resolve("rtmdet.onnx");
        onnx.write(file);
        requirePeople(file, decoder, outputs, 1e-3f);
        Path half = folder.resolve("half.onnx");
        onnx.writeHalf(half);
        requirePeople(half, decoder, outputs, 0.01f);
    }

    @Test
    void distances_in_pixels_lie_about_the_corner_of_their_cell() throws IOException {
        requirePeople(levels(true), "rtmdet-levels", PublishedOutputs.RTMDET_LEVELS);
    }

    @Test
    void distances_in_cells_are_multiplied_with_the_stride() throws IOException {
        requirePeople(levels(false), "rtmdet-levels-cells", PublishedOutputs.RTMDET_LEVELS_CELLS);
    }

    @ParameterizedTest
    @CsvSource({"dets, labels", "boxes, scores"})
    void boxes_of_all_cells_are_suppressed_here(String boxes, String scores) throws IOException {
        requirePeople(flat(boxes, scores), "mmdeploy-all", PublishedOutputs.MMDEPLOY_ALL);
    }

    @Test
    void pixels_enter_as_in_training_or_as_they_are_where_the_file_shifts_them_itself() throws IOException {
        Path file = folder.resolve("rtmdet.onnx");
        flat("dets", "labels").node("Slice", "focus", "input").write(file);
        ModelCard yolox = new ModelRecognizer().recognize(file).card();
        assertThat(yolox.title()).isEqualTo("YOLOX of mmdeploy without suppression, 64x64");
        assertThat(yolox.input().mean()).containsExactly(0f, 0f, 0f);

        levels(false).node("Sub", "shifted", "input", "one").write(file);
        assertThat(new ModelRecognizer().recognize(file).card().input().mean()).containsExactly(0f, 0f, 0f);
    }

    @Test
    void grids_that_do_not_belong_to_the_input_are_not_taken_for_it() throws IOException {
        Path file = folder.resolve("other.onnx");
        OnnxFile onnx = picture();
        for (int cells : new int[] {8, 4, 1}) {
            output(onnx, "cls" + cells, "Identity", Tensor.allocate(1, CLASSES, cells, cells));
            output(onnx, "box" + cells, "Identity", Tensor.allocate(1, 4, cells, cells));
        }
        onnx.write(file);

        assertThatThrownBy(() -> new ModelRecognizer().recognize(file)).hasMessageContaining("has no card and seems");
    }
}
