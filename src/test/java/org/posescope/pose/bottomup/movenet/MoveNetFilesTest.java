package org.posescope.pose.bottomup.movenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.detect.PublishedOutputs;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.importer.recognition.Recognition;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.bottomup.onestage.OneStagePose;
import org.posescope.pose.heatmap.HeatmapPose;
import org.posescope.pose.heatmap.PointOutputs;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.FlatFile.Table;
import org.posescope.testkit.LiteNetwork;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/** MoveNet as it is published, with its own end: files that users have, in both formats. */
class MoveNetFilesTest {
    private static final int POINTS = 17;
    private static final int PEOPLE = 6;
    private static final int VALUES = 56;
    private static final int ADD = 0;
    private static final int MEAN = 40;
    private static final int CAST = 53;
    /** Y, x and score: inside, at the corners, beyond them, and scores that are no probabilities. */
    private static final float[][] POINT = {{0.25f, 0.5f, 0.75f}, {0, 0, 0.5f}, {1, 1, 0.25f},
        {1.125f, -0.125f, 0.125f},
        {0.5f, 0.625f, 1.5f}};

    @TempDir
    private Path folder;

    private static float[] point(int index) {
        return POINT[index % POINT.length];
    }

    private static Tensor single() {
        Tensor points = Tensor.allocate(1, 1, POINTS, 3);
        for (int i = 0; i < POINTS; i++) {
            points.data().put(3 * i, point(i));
        }
        return points;
    }

    /** Three people: one inside, one at the borders of the picture, one too faint. */
    private static final float[][] BOXES = {{0.25f, 0.25f, 0.75f, 0.5f, 0.875f}, {0, 0.25f, 1, 1, 0.5f},
        {0, 0, 0.5f, 0.5f, 0.001f}};

    private static Tensor several() {
        Tensor people = Tensor.allocate(1, PEOPLE, VALUES);
        for (int person = 0; person < BOXES.length; person++) {
            for (int i = 0; i < POINTS; i++) {
                people.data().put(person * VALUES + 3 * i, point(i + person));
            }
            people.data().put(person * VALUES + 3 * POINTS, BOXES[person]);
        }
        return people;
    }

    /** Bytes in, and the constant out, plus the mean of the picture's channels. */
    private Path lite(Tensor output, int... inputShape) throws IOException {
        LiteNetwork network = new LiteNetwork();
        int input = network.open("serving_default_input:0", LiteNetwork.UINT8, inputShape);
        int floats = network.open("floats", LiteNetwork.FLOAT32, inputShape);
        int mean = network.tensor("mean", 1, 3);
        int result = network.tensor("StatefulPartitionedCall:0", output.shape());
        network.operator(CAST, floats, new Table(), input)
                .operator(MEAN, mean, new Table(), floats, network.ints(new int[] {1, 2}, 2));
        boolean listed = output.rank() == 4;
        network.operator(ADD, result, new Table(), network.floats(output.toArray(), output.shape()),
                listed ? mean : network.floats(new float[] {0}, 1));
        return Files.write(folder.resolve("movenet.tflite"), network.write(input, result));
    }

    private Path onnx(Tensor output, int type, int... inputShape) throws IOException {
        Path file = folder.resolve("movenet.onnx");
        new OnnxFile().input("input", type, inputShape).constant("value", output).node("Identity", "output_0", "value")
                .output("output_0", OnnxFile.FLOAT, output.shape()).write(file);
        return file;
    }

    private static ModelFile recognized(Path file, String decoder, String title) {
        Recognition recognition = new ModelRecognizer().recognize(file);
        assertThat(recognition.card().decoder()).isEqualTo(decoder);
        assertThat(recognition.card().title()).isEqualTo(title);
        assertThat(recognition.card().runtime())
                .isEqualTo(NetworkRuntime.ofFileName(file.getFileName().toString()).orElseThrow());
        assertThat(recognition.habit()).isEqualTo("RGB from 0 to 255");
        return new ModelFile(recognition.card(), file);
    }

    private static Person estimateSingle(ModelFile file, int color) {
        Region region = new Region(160, 120, 96, 96, 0);
        try (HeatmapPose pose = new HeatmapPose(Sessions.open(file, SessionOptions.onCpu(1)), file.card().input(),
                Skeletons.COCO17, PointOutputs.MOVENET_POINTS, false);
                Frame frame = TestFrames.of(320, 240, (x, y) -> color)) {
            return pose.estimate(frame, region, (_, _) -> {}).person();
        }
    }

    private static void requireSingle(Person person) {
        for (int i = 0; i < POINTS; i++) {
            Keypoint found = person.ownKeypoints().points().get(i);
            assertThat(found.x()).as("x of " + i).isCloseTo(112 + 96 * point(i)[1], within(1e-3f));
            assertThat(found.y()).as("y of " + i).isCloseTo(72 + 96 * point(i)[0], within(1e-3f));
            assertThat(found.score()).as("score of " + i).isEqualTo(Math.min(point(i)[2], 1));
        }
    }

    @Test
    void points_of_a_file_of_tensorflow_lite_that_takes_bytes_are_in_units_of_the_region() throws IOException {
        ModelFile file = recognized(lite(single(), 1, 192, 192, 3), "movenet-points", "MoveNet SinglePose, 192x192");

        requireSingle(estimateSingle(file, 0));
    }

    @Test
    void its_pixels_are_bytes_in_the_order_of_red_green_and_blue() throws IOException {
        Tensor nothing = Tensor.allocate(1, 1, POINTS, 3);
        ModelFile file = recognized(lite(nothing, 1, 192, 192, 3), "movenet-points", "MoveNet SinglePose, 192x192");

        Keypoint mean = estimateSingle(file, 0x020103).ownKeypoints().points().getFirst();

        // Y is the mean of red, x of green.
        assertThat((mean.y() - 72) / 96).isCloseTo(2, within(1e-3f));
        assertThat((mean.x() - 112) / 96).isCloseTo(1, within(1e-3f));
    }

    @ParameterizedTest
    @ValueSource(ints = {OnnxFile.FLOAT, OnnxFile.INT32, OnnxFile.UINT8})
    void a_file_of_onnx_takes_pixels_of_whatever_type(int type) throws IOException {
        requireSingle(estimateSingle(recognized(onnx(single(), type, 1, 192, 192, 3), "movenet-points",
                "MoveNet SinglePose, 192x192"), 0));
    }

    @Test
    void people_lie_in_the_middle_of_an_input_whose_size_the_file_leaves_open() throws IOException {
        requireSeveral(recognized(lite(several(), 1, -1, -1, 3), "movenet-people", "MoveNet MultiPose, 256x256"));
    }

    @Test
    void people_of_onnx_too() throws IOException {
        requireSeveral(recognized(onnx(several(), OnnxFile.INT32, 1, -1, -1, 3), "movenet-people",
                "MoveNet MultiPose, 256x256"));
    }

    /** A frame of 512 x 256 lies in the middle of 256 x 256: two of its pixels to one, 64 rows above it. */
    private static void requireSeveral(ModelFile file) {
        try (OneStagePose pose = new OneStagePose(Sessions.open(file, SessionOptions.onCpu(1)), file.card().input(),
                PublishedOutputs.MOVENET);
                Frame frame = TestFrames.of(512, 256, (x, y) -> x + y)) {
            List<Person> people = pose.estimate(frame, new Camera(500, 256, 128), (_, _) -> {});

            assertThat(people).extracting(Person::score).containsExactly(0.875f, 0.5f);
            for (int person = 0; person < people.size(); person++) {
                float[] box = BOXES[person];
                assertThat(people.get(person).box()).isEqualTo(Box.ofCorners(512 * box[1], 512 * box[0] - 128,
                        512 * box[3], 512 * box[2] - 128));
                for (int i = 0; i < POINTS; i++) {
                    Keypoint found = people.get(person).ownKeypoints().points().get(i);
                    float[] point = point(i + person);
                    assertThat(found).isEqualTo(new Keypoint(512 * point[1], 512 * point[0] - 128,
                            Math.min(point[2], 1)));
                }
            }
        }
    }
}
