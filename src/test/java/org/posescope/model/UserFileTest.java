package org.posescope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;

class UserFileTest {
    private static final String CARD = """
            {"task": "pose-2d", "decoder": "heatmaps", "skeleton": "coco17",
             "input": {"name": "x", "width": 192, "height": 256, "layout": "nchw", "colorOrder": "rgb",
                       "mean": [123.675, 116.28, 103.53], "scale": [0.017125, 0.017507, 0.017429]}}""";

    @TempDir
    private Path folder;
    private ModelStore store;

    @BeforeEach
    void makeStore() {
        store = new ModelStore(ModelCatalog.bundled(), new ModelFolders(folder.resolve("models"), Optional.empty()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource({"My Net_v2.onnx, my-net-v2, ONNXRUNTIME", "a.b.TFLITE, a-b, TFLITE", "net.pt, net, PYTORCH"})
    void a_short_card_beside_the_file_is_completed_from_its_name(String name, String id, NetworkRuntime runtime)
            throws IOException {
        Path file = write(name, "network");
        write(name.substring(0, name.lastIndexOf('.')) + ".json", CARD);
        InputSpec input = new InputSpec("x", 192, 256, InputSpec.Layout.NCHW, InputSpec.ColorOrder.RGB,
                List.of(123.675f, 116.28f, 103.53f), List.of(0.017125f, 0.017507f, 0.017429f));

        assertThat(store.userFile(file, Optional.empty())).contains(new ModelFile(new ModelCard(id, id, Task.POSE_2D,
                runtime, name, input, "heatmaps", Optional.of("coco17"), "unknown", "unknown", new Origin.LocalFile(),
                Optional.empty(), -1), file));
    }

    @Test
    void a_card_that_the_user_names_goes_before_the_one_beside_the_file() throws IOException {
        Path file = write("net.onnx", "network");
        write("net.json", "{}");
        Path card = write("other.json", CARD.replace("heatmaps", "other"));

        assertThat(store.userFile(file, Optional.of(card)).orElseThrow().card().decoder()).isEqualTo("other");
    }

    @Test
    void the_card_of_a_file_of_the_user_is_written_with_what_its_name_says() throws IOException {
        Path file = write("net.onnx", "network");
        write("net.json", CARD);
        ModelCard card = store.userFile(file, Optional.empty()).orElseThrow().card();

        assertThat(CardFormat.read(CardFormat.write(card), Optional.empty())).isEqualTo(card);
    }

    @Test
    void a_file_with_the_name_of_a_file_of_the_catalog_has_its_card() throws IOException {
        Path file = write("yolox_nano.onnx", "any content, since its card has no checksum");

        assertThat(store.userFile(file, Optional.empty()))
                .contains(new ModelFile(ModelCatalog.bundled().card("yolox-nano"), file));
    }

    @Test
    void a_checksum_of_the_card_is_checked() throws IOException {
        Path file = write("pose_landmark_full.tflite", "something else");

        assertThatThrownBy(() -> store.userFile(file, Optional.empty())).isInstanceOf(UserException.class)
                .hasMessageContainingAll(file.toString(), "e9a5c5cb17f7");
    }

    @Test
    void a_file_without_a_card_is_told_from_one_with_a_card() throws IOException {
        assertThat(store.userFile(write("net.onnx", "network"), Optional.empty())).isEmpty();
    }

    @Test
    void a_file_of_an_unknown_kind_is_refused() throws IOException {
        Path file = write("net.h5", "network");
        write("net.json", CARD);

        assertThatThrownBy(() -> store.userFile(file, Optional.empty())).isInstanceOf(UserException.class)
                .hasMessageContainingAll("net.h5", ".tflite, .onnx or .pt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"task\": 1}|is wrong: task: ",
        "{\"tusk\": 1}|is wrong: unknown field 'tusk'",
        "{}|is wrong: field 'task' is missing", "{\"task\"|is not JSON: "})
    void a_wrong_card_is_an_error_that_names_it(String json, String message) throws IOException {
        Path file = write("net.onnx", "network");
        Path card = write("net.json", json);

        assertThatThrownBy(() -> store.userFile(file, Optional.empty())).isInstanceOf(UserException.class)
                .hasMessageStartingWith("the card " + card + " " + message).hasMessageNotContaining("\n");
    }

    @Test
    void missing_files_are_named() throws IOException {
        Path absent = folder.resolve("absent.onnx");
        Path file = write("net.onnx", "network");

        assertThatThrownBy(() -> store.userFile(absent, Optional.empty())).isInstanceOf(UserException.class)
                .hasMessage("there is no model file " + absent);
        assertThatThrownBy(() -> store.userFile(file, Optional.of(folder.resolve("absent.json"))))
                .isInstanceOf(UserException.class).hasMessageContaining("absent.json");
    }
}
