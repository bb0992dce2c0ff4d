package org.posescope.pose.bottomup.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.Task;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.bottomup.BottomUpPose;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/**
 * The contract of higher-hrnet-w32-human-pose-estimation, smaller: {@code image} 1x3x128x128, {@code embeddings} and {@code heatmaps}
 * 1x17x64x64, on a frame twice as large: a cell is four of its pixels.
 */
class ZooMapsTest {
    private static final int SIDE = 64;
    private static final int CELLS = SIDE * SIDE;
    private static final int POINTS = 17;
    private static final int CELL = 4;
    private static final int LEFT_KNEE = 13;
    private static final int LEFT_ANKLE = 15;

    @TempDir
    private Path folder;

    private final float[] heat = new float[POINTS * CELLS];
    private final float[] tags = new float[POINTS * CELLS];

    ZooMapsTest() {
        Arrays.fill(tags, 50);
    }

    /** A place of a point; where it is a peak the cells beside and below it are higher than those on the other sides. */
    private void put(int point, int column, int row, float height, float tag, boolean peak) {
        for (int r = Math.max(0, row - 1); r <= Math.min(SIDE - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(SIDE - 1, column + 1); c++) {
                float share = 0.5f + 0.1f * (c - column) + 0.1f * (r - row);
                heat[(point * SIDE + r) * SIDE + c] = -height * share;
                tags[(point * SIDE + r) * SIDE + c] = tag;
            }
        }
        heat[(point * SIDE + row) * SIDE + column] = peak ? height : -height;
    }

    private OnnxFile file() {
        return new OnnxFile().input("image", OnnxFile.FLOAT, 1, 3, 2 * SIDE, 2 * SIDE)
                .constant("e", Tensor.of(tags, 1, POINTS, SIDE, SIDE))
                .constant("h", Tensor.of(heat, 1, POINTS, SIDE, SIDE)).node("Identity", "embeddings", "e")
                .node("Identity", "heatmaps", "h").output("embeddings", OnnxFile.FLOAT, 1, POINTS, SIDE, SIDE)
                .output("heatmaps", OnnxFile.FLOAT, 1, POINTS, SIDE, SIDE);
    }

    private ModelCard written(OnnxFile onnx) throws IOException {
        Path file = folder.resolve("higher-hrnet.onnx");
        onnx.write(file);
        return new ModelRecognizer().recognize(file).card();
    }

    private List<Person> estimate() throws IOException {
        ModelCard card = written(file());
        assertThat(card.decoder()).isEqualTo("associative-embedding-zoo");
        assertThat(card.task()).isEqualTo(Task.POSE_BOTTOM_UP);
        try (BottomUpPose pose = AssociativeEmbedding.ofModelZoo(
                Sessions.open(new ModelFile(card, folder.resolve("higher-hrnet.onnx")), SessionOptions.onCpu(1)),
                card.input(), OptionalInt.empty());
                Frame frame = TestFrames.of(CELL * SIDE, CELL * SIDE, (x, y) -> x + y)) {
            return pose.estimate(frame, new Camera(300, 128, 128), (_, _) -> {});
        }
    }

    private static void requireAt(Person person, int point, double column, double row, float score) {
        Keypoint found = person.ownKeypoints().points().get(point);
        assertThat(found.x()).as("x of " + point).isCloseTo((float) (CELL * column), within(1e-3f));
        assertThat(found.y()).as("y of " + point).isCloseTo((float) (CELL * row), within(1e-3f));
        assertThat(found.score()).as("score of " + point).isCloseTo(score, within(1e-6f));
    }

    @Test
    void points_lie_where_the_publishers_arithmetic_puts_them_and_are_not_moved_at_the_borders() throws IOException {
        for (int point = 0; point < POINTS - 1; point++) {
            put(point, 2 + 3 * point, 5 + point, 0.875f, 1, point != LEFT_KNEE);
        }
        heat[LEFT_KNEE * CELLS + (5 + LEFT_KNEE) * SIDE + 2 + 3 * LEFT_KNEE] = -0.0625f;
        int[][] borders = {{0, 40}, {1, 40}, {63, 40}, {62, 40}, {30, 0}, {30, 1}, {30, 63}, {30, 62}};
        for (int point = 0; point < borders.length; point++) {
            put(point, borders[point][0], borders[point][1], 0.5f, 5.25f, true);
        }

        List<Person> people = estimate();

        assertThat(people).extracting(Person::score).containsExactly(0.875f * 15 / 17, 0.5f * 8 / 17);
        for (int point = 0; point < POINTS - 1; point++) {
            if (point != LEFT_KNEE) {
                requireAt(people.getFirst(), point, 2 + 3 * point + 0.75, 5 + point + 0.75, 0.875f);
            }
        }
        // The hottest place of the tag: the cell below and beside the one that was made faint.
        requireAt(people.getFirst(), LEFT_KNEE, 3 + 3 * LEFT_KNEE - 0.25, 6 + LEFT_KNEE - 0.25, 0.875f * 0.7f);
        assertThat(people.getFirst().ownKeypoints().points().get(POINTS - 1).score()).isZero();
        double[][] moved = {{0.5, 40.5}, {1.5, 40.5}, {63.5, 40.5}, {62.75, 40.75}, {30.5, 0.5}, {30.5, 1.5},
            {30.5, 63.5}, {30.75, 62.75}};
        for (int point = 0; point < borders.length; point++) {
            requireAt(people.getLast(), point, moved[point][0], moved[point][1], 0.5f);
        }
    }

    @Test
    void of_two_points_whose_tags_would_do_the_nearer_belongs_to_the_body() throws IOException {
        for (int point = 0; point < LEFT_ANKLE; point++) {
            put(point, 10, 10 + point, 0.75f, 1, true);
        }
        put(LEFT_ANKLE, 12, 40, 0.5f, 1.4f, true);
        put(LEFT_ANKLE, 60, 40, 0.625f, 1.3f, true);

        List<Person> people = estimate();

        assertThat(people).hasSize(2);
        requireAt(people.getFirst(), LEFT_ANKLE, 12.75, 40.75, 0.5f);
    }

    @Test
    void pixels_enter_as_in_training_or_as_they_are_where_the_file_shifts_them_itself() throws IOException {
        assertThat(written(file()).input().mean()).containsExactly(123.675f, 116.28f, 103.53f);
        InputSpec shifting = written(file().node("Sub", "shifted", "image", "image")).input();
        assertThat(shifting.mean()).containsExactly(0f, 0f, 0f);
        assertThat(shifting.colorOrder()).isEqualTo(InputSpec.ColorOrder.BGR);
    }
}
