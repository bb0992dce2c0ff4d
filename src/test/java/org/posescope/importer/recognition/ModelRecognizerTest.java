package org.posescope.importer.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.Task;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.Shared;

class ModelRecognizerTest {
    private static final List<Float> ZERO = List.of(0f, 0f, 0f);
    private static final List<Float> ONE = List.of(1f, 1f, 1f);

    @TempDir
    private Path folder;

    private final ModelRecognizer recognizer = new ModelRecognizer();

    private Path write(OnnxFile onnx) throws IOException {
        Path file = folder.resolve("some.onnx");
        onnx.write(file);
        return file;
    }

    /** A network with one input and outputs that are written as {@code name:1x17x64x48}. */
    static OnnxFile network(String input, String outputs) {
        OnnxFile onnx = new OnnxFile().input("x", OnnxFile.FLOAT, sides(input));
        for (String output : outputs.split(" ")) {
            String[] nameAndSides = output.split(":");
            onnx.node("Conv", nameAndSides[0], "x").output(nameAndSides[0], OnnxFile.FLOAT, sides(nameAndSides[1]));
        }
        return onnx;
    }

    private static int[] sides(String text) {
        return List.of(text.split("x")).stream().mapToInt(Integer::parseInt).toArray();
    }

    private Path copy(String shared, String name) throws IOException {
        return Files.copy(Shared.file(shared), folder.resolve(name));
    }

    private static ModelCard card(String file, String title, Task task, InputSpec input, String decoder,
            Optional<String> skeleton) {
        return new ModelCard(file.replace(".onnx", ""), title, task, NetworkRuntime.ONNXRUNTIME, file, input, decoder,
                skeleton, "unknown", "unknown", new Origin.LocalFile(), Optional.empty(), -1);
    }

    @Test
    void the_published_yolox_is_known_under_any_name() throws IOException {
        InputSpec input = new InputSpec("images", 416, 416, InputSpec.Layout.NCHW, InputSpec.ColorOrder.BGR, ZERO,
                ONE);

        assertThat(recognizer.recognize(copy("data/detector/yolox_nano.onnx", "mine.onnx")).card())
                .isEqualTo(card("mine.onnx", "YOLOX, 416x416", Task.PERSON_DETECTION, input, "yolox",
                        Optional.empty()));
    }

    @Test
    void a_simplepose_of_mxnet_whose_weights_are_inputs_too_is_known() throws IOException {
        InputSpec input = new InputSpec("data", 192, 256, InputSpec.Layout.NCHW, InputSpec.ColorOrder.RGB,
                List.of(123.675f, 116.28f, 103.53f), List.of(1 / 58.395f, 1 / 57.12f, 1 / 57.375f));

        assertThat(recognizer.recognize(copy("data/pose2d/ultralight_simplepose.onnx", "mine.onnx")).card())
                .isEqualTo(card("mine.onnx", "HRNet or SimplePose, 192x256", Task.POSE_2D, input, "heatmaps",
                        Optional.of("coco17")));
    }

    @Test
    void a_yolox_that_was_exported_with_its_decoder_gives_boxes_in_pixels() throws IOException {
        OnnxFile onnx = network("1x3x64x64", "y:1x84x85").node("Exp", "e", "y");

        assertThat(recognizer.recognize(write(onnx)).card().decoder()).isEqualTo("yolox-decoded");
    }

    @Test
    void without_a_number_of_cells_a_yolox_is_known_by_its_slices() throws IOException {
        Path file = write(network("-1x3x-1x-1", "y:-1x-1x85").node("Slice", "focus", "x"));
        assertThat(recognizer.recognize(file).card().title()).isEqualTo("YOLOX, 640x640");

        write(network("-1x3x-1x-1", "y:-1x-1x85"));
        assertThatThrownBy(() -> recognizer.recognize(file)).isInstanceOf(UserException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1x3x256x192, h:-1x17x64x48, 192x256", "-1x3x-1x-1, h:-1x17x96x72, 288x384",
        "-1x3x-1x-1, h:-1x17x-1x-1, 192x256", "1x384x288x3, h:1x17x96x72, 288x384"})
    void the_size_that_a_file_leaves_open_is_told_by_its_heatmaps(String input, String output, String size)
            throws IOException {
        assertThat(recognizer.recognize(write(network(input, output))).card().title())
                .isEqualTo("HRNet or SimplePose, " + size);
    }

    @ParameterizedTest
    @CsvSource({"1x3x256x456, stage_1_output_1_heatmaps:1x19x32x57 stage_1_output_0_pafs:1x38x32x57, openpose, 456x256",
        "1x3x256x448, features:1x57x32x56 heatmaps:1x19x32x56 pafs:1x38x32x56, openpose-3d, 448x256",
        "1x3x-1x-1, a:1x34x-1x-1 b:1x17x-1x-1, associative-embedding, 512x512",
        "1x3x384x384, a:1x34x96x96 b:1x17x192x192, associative-embedding, 384x384"})
    void networks_that_draw_maps_of_everybody_are_told_by_the_numbers_of_maps(String input, String outputs,
            String decoder, String size) throws IOException {
        ModelCard card = recognizer.recognize(write(network(input, outputs))).card();

        assertThat(card.decoder()).isEqualTo(decoder);
        assertThat(card.task()).isEqualTo(Task.POSE_BOTTOM_UP);
        assertThat(card.title()).endsWith(", " + size);
    }

    @Test
    void what_was_recognized_is_said_with_what_the_file_does_not_tell() throws IOException {
        assertThat(recognizer.recognize(write(network("1x3x256x192", "maps:1x17x64x48"))).sentence())
                .isEqualTo("some.onnx has no card and is taken for HRNet or SimplePose, 192x256: the output maps "
                        + "1x17x64x48 is a heatmap for each point, a quarter of the input in size; pixels enter it by its "
                        + "publisher's habit, RGB with the mean and deviation of ImageNet");
    }

    @ParameterizedTest
    @CsvSource({"1x3x224x224, prob:1x1000, a classifier of 1000 classes",
        "1x3x240x320, scores:1x4420x2 boxes:1x4420x4, a face detector",
        "1x3x640x640, bbox:1x16800x4 confidence:1x16800x2 landmark:1x16800x10, a face detector",
        "1x128x128x3, regressors:1x896x16 classificators:1x896x1, a face detector",
        "1x3x512x512, out:1x21x512x512, a segmentation network",
        "1x3x512x512, out:1x19x64x64, a segmentation network",
        "1x40x1024, y:1x17x3, a network that takes no pictures"})
    void a_network_of_another_kind_is_told_by_what_it_seems_to_be(String input, String outputs, String seeming)
            throws IOException {
        Path file = write(network(input, outputs));

        assertThatThrownBy(() -> recognizer.recognize(file)).isInstanceOf(UserException.class)
                .hasMessageStartingWith(file + " has no card and seems to be " + seeming + ", not one of people")
                .hasMessageContaining(folder.resolve("some.json").toString()).hasMessageNotContaining("\n");
    }

    @Test
    void heatmaps_of_a_transformer_are_read_with_udp() throws IOException {
        Path file = write(network("1x3x256x192", "h:1x17x64x48").node("Softmax", "attention", "x"));

        assertThat(recognizer.recognize(file).card().decoder()).isEqualTo("heatmaps-udp");
    }

    @Test
    void half_precision_is_known_and_said() throws IOException {
        Path file = folder.resolve("some.onnx");
        network("1x3x256x192", "maps:1x17x64x48").writeHalf(file);

        assertThat(recognizer.recognize(file).sentence()).isEqualTo(
                "some.onnx has no card and is taken for HRNet or SimplePose, 192x256: the output maps 1x17x64x48 is a heatmap "
                        + "for each point, a quarter of the input in size; its numbers are of half precision (float16) and are "
                        + "converted where they enter and leave it; pixels enter it by its publisher's habit, RGB with the mean "
                        + "and deviation of ImageNet");
    }

    @Test
    void casts_around_a_network_of_half_precision_are_passed_over() throws IOException {
        OnnxFile onnx = new OnnxFile().input("x", OnnxFile.FLOAT, -1, 3, -1, -1).cast("h", "x", OnnxFile.FLOAT16)
                .node("Slice", "focus", "h").cast("y", "focus", OnnxFile.FLOAT)
                .output("y", OnnxFile.FLOAT, -1, -1, 85);

        assertThat(recognizer.recognize(write(onnx)).card().title()).isEqualTo("YOLOX, 640x640");
    }

    @Test
    void casts_in_a_circle_harm_nobody() throws IOException {
        OnnxFile onnx = network("1x3x256x192", "h:1x17x64x48").cast("x", "a", OnnxFile.FLOAT)
                .cast("a", "x", OnnxFile.FLOAT);

        assertThat(recognizer.recognize(write(onnx)).card().decoder()).isEqualTo("heatmaps");
    }

    @Test
    void bfloat16_is_refused_in_a_sentence() throws IOException {
        Path file = write(new OnnxFile().input("x", OnnxFile.BFLOAT16, 1, 3, 256, 192).node("Conv", "maps", "x")
                .output("maps", OnnxFile.BFLOAT16, 1, 17, 64, 48));

        assertThatThrownBy(() -> recognizer.recognize(file)).isInstanceOf(UserException.class).hasMessage(
                file + " takes or gives numbers of bfloat16, in which ONNX Runtime does not compute here; export it in "
                        + "float32 or float16");
    }

    @Test
    void weights_that_lie_elsewhere_and_are_not_there_are_named() throws IOException {
        Path file = write(network("1x3x256x192", "h:1x17x64x48").constantElsewhere("w", "some.onnx.data"));

        assertThatThrownBy(() -> recognizer.recognize(file)).isInstanceOf(UserException.class).hasMessage(
                file + " keeps its weights in some.onnx.data, which does not lie beside it; put the two into one folder");

        Files.createFile(folder.resolve("some.onnx.data"));
        assertThat(recognizer.recognize(file).card().decoder()).isEqualTo("heatmaps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"some.onnx", "some.tflite"})
    void a_file_that_is_none_is_one_sentence(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "<html>not found</html>");

        assertThatThrownBy(() -> recognizer.recognize(file)).isInstanceOf(UserException.class)
                .hasMessageStartingWith(file + " cannot be read because ");
    }

    @ParameterizedTest
    @CsvSource({"net.pt, net.pt needs a card: write a card", "net.h5, net.h5 is not a model file that can be run"})
    void files_that_do_not_tell_need_a_card(String name, String message) throws IOException {
        Path file = Files.createFile(folder.resolve(name));

        assertThatThrownBy(() -> recognizer.recognize(file)).isInstanceOf(UserException.class)
                .hasMessageStartingWith(message);
    }
}
