package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;

/** {@code posescope eval pose3d} with the predictions of another program, and what it says when it cannot be. */
class EvalPose3dTest {
    private static final Path DEMO = Path.of("assets", "demo-truth.json");

    @TempDir
    private Path folder;

    private static Program.Ended eval(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("eval", "pose3d"));
        all.addAll(List.of(arguments));
        return Program.plain(all.toArray());
    }

    @Test
    void a_perfect_prediction_has_no_error() throws IOException {
        Path json = folder.resolve("figures.json");

        Program.Ended ended = eval("--truth", DEMO, "--predictions", DEMO, "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile()).get(0).get("figures");
        assertThat(figures.get("expected").asInt()).isGreaterThan(800);
        assertThat(figures.get("found")).isEqualTo(figures.get("expected"));
        for (String error : List.of("mpjpeMm", "pveMm", "acceleration", "lagFrames")) {
            assertThat(figures.get(error).asDouble()).as(error).isZero();
        }
        assertThat(figures.get("paMpjpeMm").asDouble()).isLessThan(1e-9);
    }

    @Test
    void a_studio_and_single_pictures_are_measured_without_bodies_and_motion() {
        Program.Ended studio = eval("--truth", scene(), "--predictions", scene());
        Program.Ended pictures = eval("--truth", human36m(), "--predictions", human36m());

        assertThat(studio.status()).as(studio.err()).isZero();
        assertThat(studio.out()).contains("2 of 2 (100.0%)");
        assertThat(pictures.status()).as(pictures.err()).isZero();
        assertThat(pictures.out()).contains("4 of 4 (100.0%)");
    }

    @Test
    void a_studio_as_prediction_of_single_pictures_has_no_frame_in_common() {
        requireOneLine(eval("--truth", human36m(), "--predictions", scene()), "no frame in common");
    }

    @Test
    void people_who_are_elsewhere_are_nobody() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode root = mapper.readTree(scene().toFile());
        for (JsonNode body : root.get("bodies")) {
            ArrayNode joints = (ArrayNode) body.get("joints19");
            for (int i = 0; i < joints.size(); i += 4) {
                joints.set(i, new DoubleNode(joints.get(i).asDouble() + 1000));
            }
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        mapper.writeValue(elsewhere.resolve(scene().getFileName()).toFile(), root);

        requireOneLine(eval("--truth", scene(), "--predictions", elsewhere), "nobody of");
    }

    @Test
    void a_clip_needs_a_truth_that_knows_the_picture() {
        requireOneLine(eval("--truth", scene(), "-i", Path.of("assets", "demo.mp4")),
                "does not say where joints are in the picture");
    }

    @Test
    void either_a_clip_or_predictions_are_measured() {
        requireOneLine(eval("--truth", DEMO), "either a clip with -i or a file with --predictions");
        requireOneLine(eval("--truth", DEMO, "--predictions", DEMO, "-i", "a.mp4"), "either a clip");
        requireOneLine(eval("--truth", folder.resolve("no.json"), "--predictions", DEMO), "does not exist");
    }

    private static Path scene() {
        return Shared.file("data/gt3d/body3DScene_00000168.json");
    }

    private static Path human36m() {
        return Shared.file("data/gt3d/test_h36m_body3d.npz");
    }

    private static void requireOneLine(Program.Ended ended, String text) {
        assertThat(ended.status()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(text);
        assertThat(ended.err().strip().lines()).hasSize(1);
    }
}
