package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestModels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code posescope eval coco} on real pictures, and what it says when it cannot be. */
class EvalCocoTest {
    @TempDir
    private Path folder;

    private static Path annotations() {
        return Shared.file("data/image/coco_people.json");
    }

    private static Path images() {
        return Shared.file("data/image");
    }

    private Program.Ended eval(Object... arguments) {
        TestModels.file("blazepose-full");
        List<Object> all = new ArrayList<>(List.of("eval", "coco"));
        all.addAll(List.of(arguments));
        return Program.plain(all.toArray());
    }

    private Path card(String task, String decoder) throws IOException {
        return Files.writeString(folder.resolve("card.json"),
                String.format(Locale.ROOT,
                        """
                                {"task": "%s", "decoder": "%s", "skeleton": "coco17", "input": {"name": "data", "width": 192, "height": 256,
                                 "layout": "nchw", "colorOrder": "rgb", "mean": [123.675, 116.28, 103.53],
                                 "scale": [0.017125, 0.017507, 0.017429]}}""",
                        task, decoder));
    }

    /** Another implementation gives 0.821 (shared/data/README.md). */
    @Test
    void a_real_network_in_true_boxes_meets_seven_people_as_another_implementation_does() throws IOException {
        Path json = folder.resolve("figures.json");

        Program.Ended ended = eval("--annotations", annotations(), "--images", images(), "--boxes", "ground-truth",
                "-m",
                Shared.file("data/pose2d/ultralight_simplepose.onnx"), "--card", card("pose-2d", "heatmaps"),
                "--models",
                TestModels.folder(), "--json", json, "--batch-size", "2");

        assertThat(ended.status()).as(ended.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("pictures").asInt()).isEqualTo(3);
        assertThat(report.get("people").asInt()).isEqualTo(7);
        assertThat(report.get("found").asInt()).isEqualTo(7);
        assertThat(report.at("/oks/people").asInt()).isEqualTo(7);
        assertThat(report.at("/oks/mean").asDouble()).isCloseTo(0.82, within(0.02));
        assertThat(report.at("/figures/AP50").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(report.at("/settings/boxes").asText()).isEqualTo("ground-truth");
        assertThat(ended.out()).contains("7 people annotated, 7 found");
    }

    @Test
    void what_was_found_can_be_written_and_measured_again() throws IOException {
        Path results = folder.resolve("results.json");
        Path json = folder.resolve("figures.json");
        Path again = folder.resolve("again.json");

        Program.Ended ended = eval("--annotations", annotations(), "--images", images(), "--detector", "yolox", "-m",
                Shared.file("data/detector/yolox_nano.onnx"), "--models", TestModels.folder(), "-o", results, "--json",
                json);
        Program.Ended measured = eval("--annotations", annotations(), "--predictions", results, "--json", again);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(measured.status()).as(measured.err()).isZero();
        JsonNode first = new ObjectMapper().readTree(json.toFile());
        assertThat(first.at("/oks/mean").asDouble()).isGreaterThanOrEqualTo(0.75);
        assertThat(new ObjectMapper().readTree(again.toFile()).get("figures")).isEqualTo(first.get("figures"));
        JsonNode people = new ObjectMapper().readTree(results.toFile());
        assertThat(people).hasSize(first.get("found").asInt());
        assertThat(people.get(0).get("category_id").asInt()).isEqualTo(1);
        assertThat(people.get(0).get("keypoints")).hasSize(51);
    }

    @Test
    void the_numbers_of_the_coco_api_come_out_of_its_files() throws IOException {
        Path json = folder.resolve("figures.json");

        Program.Ended ended = eval("--annotations", Shared.file("fixtures/metrics/oks_ground_truth.json"),
                "--predictions",
                Shared.file("fixtures/metrics/oks_detections.json"), "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(new ObjectMapper().readTree(json.toFile()).at("/figures/AP").asDouble()).isCloseTo(
                0.22848538357055995,
                within(1e-9));
    }

    @Test
    void a_missing_picture_is_told_before_anything_else_is_done() throws IOException {
        Path some = Files.createDirectory(folder.resolve("some"));
        Files.copy(images().resolve("000000000785.jpg"), some.resolve("000000000785.jpg"));

        requireOneLine(eval("--annotations", annotations(), "--images", some, "--models", folder.resolve("no-models")),
                "2 of 3 annotated pictures are missing");
    }

    @Test
    void a_picture_that_cannot_be_read_leaves_the_others_measured_and_is_told_at_the_end() throws IOException {
        Path copies = copies();
        Files.writeString(copies.resolve("000000040083.jpg"), "this is no picture");

        Program.Ended ended = eval("--annotations", annotations(), "--images", copies, "--boxes", "ground-truth", "-m",
                Shared.file("data/pose2d/ultralight_simplepose.onnx"), "--card", card("pose-2d", "heatmaps"),
                "--models",
                TestModels.folder());

        requireOneLine(ended, "1 of 3 pictures could not be looked at");
        assertThat(ended.err()).contains("000000040083.jpg");
        assertThat(ended.out()).contains("7 people annotated, 5 found");
    }

    @Test
    void a_picture_of_another_size_than_was_annotated_ends_the_run() throws IOException {
        Path copies = copies();
        Files.write(copies.resolve("000000000785.jpg"), Files.readAllBytes(images().resolve("000000040083.jpg")));

        requireOneLine(eval("--annotations", annotations(), "--images", copies, "--boxes", "ground-truth", "-m",
                Shared.file("data/pose2d/ultralight_simplepose.onnx"), "--card", card("pose-2d", "heatmaps"),
                "--models",
                TestModels.folder()), "500 x 333 pixels, but a picture of 640 x 425 was annotated");
    }

    private Path copies() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        for (String name : List.of("000000000785.jpg", "000000040083.jpg", "000000196141.jpg")) {
            Files.copy(images().resolve(name), copies.resolve(name));
        }
        return copies;
    }

    @Test
    void a_model_of_another_task_is_refused() throws IOException {
        Path network = Shared.file("data/pose2d/ultralight_simplepose.onnx");

        requireOneLine(eval("--annotations", annotations(), "--images", images(), "-m", network, "--card",
                card("body-parameters", "hmr"), "--models", TestModels.folder()), "gives bodies and no points");
        requireOneLine(eval("--annotations", annotations(), "--images", images(), "-m", network, "--card",
                card("pose-2d", "yolox"), "--models", TestModels.folder()), "its decoder is yolox");
    }

    @Test
    void annotations_without_people_or_keypoints_are_refused() throws IOException {
        Path nobody = Files.writeString(folder.resolve("nobody.json"), String.format(Locale.ROOT, """
                {"images": [{"id": 1, "file_name": "a.jpg"}], "annotations": [{"id": 1, "image_id": 1, "area": 9,
                 "bbox": [0, 0, 3, 3], "num_keypoints": 0, "keypoints": [%s]}]}""", "0, ".repeat(50) + "0"));
        Path boxes = Files.writeString(folder.resolve("boxes.json"), """
                {"images": [{"id": 1, "file_name": "a.jpg"}], "annotations": [{"id": 1, "image_id": 1, "area": 9,
                 "bbox": [0, 0, 3, 3]}]}""");

        requireOneLine(eval("--annotations", nobody, "--images", folder), "nobody in the 1 pictures");
        requireOneLine(eval("--annotations", boxes, "--images", folder), "has no keypoints");
    }

    @Test
    void options_that_cannot_be_are_refused() {
        requireOneLine(eval("--annotations", annotations()), "--images or a file with --predictions");
        requireOneLine(eval("--annotations", annotations(), "--images", images(), "--limit", "0"), "--limit");
        requireOneLine(eval("--annotations", annotations(), "--images", images(), "--boxes", "guessed"),
                "detected or ground-truth");
        requireOneLine(
                eval("--annotations", annotations(), "--images", images(), "-o", folder.resolve("no/such/r.json")),
                "does not exist");
    }

    private static void requireOneLine(Program.Ended ended, String text) {
        assertThat(ended.status()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(text);
        assertThat(ended.err().strip().lines().filter(line -> line.startsWith("posescope:"))).hasSize(1);
    }
}
