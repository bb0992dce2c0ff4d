package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.testkit.NetworkFixture;
import org.posescope.testkit.Shared;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The presets whose networks see the whole frame as their user meets them: checkpoints in, people out. Weights are made up, so it is not
 * said whether there are people.
 */
class WholeFrameTest {
    private static final String PLANE = "checkpoint_iter_370000.pth";
    private static final String SPACE = "human-pose-estimation-3d.pth";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void import_both() throws IOException {
        Path plane = new NetworkFixture("openpose_lightweight_gain").checkpoint().nestedIn("state_dict")
                .writeLegacy(folder.resolve(PLANE));
        Path space = new NetworkFixture("lightweight3d_gain").checkpoint().nestedIn("state_dict")
                .writeZip(folder.resolve(SPACE));
        Program.Ended ended = Program.plain("models", "import", "--models", folder.resolve("models"), plane, space);
        Files.delete(plane);
        Files.delete(space);
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("imported as openpose-lightweight (onnxruntime fp32",
                "imported as openpose-3d (onnxruntime fp32");
    }

    private static Program.Ended run(Path models, String... arguments) {
        List<Object> all = new ArrayList<>(List.of("run", "--no-show", "--models", models, "-i",
                Shared.file("data/image/000000000785.jpg")));
        all.addAll(List.of(arguments));
        return Program.plain(all.toArray());
    }

    @ParameterizedTest
    @CsvSource({"openpose, onnxruntime, 256, openpose18", "openpose, pytorch, 128, openpose18",
        "multi, onnxruntime, 128, panoptic19", "multi, pytorch, 256, panoptic19"})
    void a_picture_goes_through_on_every_engine_at_every_height(String preset, String engine, String height,
            String skeleton) throws IOException {
        Path json = folder.resolve(preset + height + ".json");

        Program.Ended ended = run(folder.resolve("models"), "--preset", preset, "--engine", engine, "--tsize", height,
                "-t", "0.01", "--json", json.toString());

        assertThat(ended.status()).as(ended.err()).isZero();
        Motion motion = Motion.read(json);
        assertThat(motion.header().get("skeletons").has(skeleton)).isTrue();
        assertThat(motion.frames()).hasSize(1);
        for (JsonNode person : motion.frames().getFirst().get("people")) {
            assertThat(person.get("keypoints").get(skeleton)).isNotEmpty();
        }
    }

    @Test
    void world_coordinates_are_named_in_the_header() throws IOException {
        Path json = folder.resolve("world.json");
        Path extrinsics = Files.writeString(folder.resolve("extrinsics.json"),
                "{\"R\": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], \"t\": [[0], [120], [300]]}");

        Program.Ended ended = run(folder.resolve("models"), "--preset", "multi", "--fx", "900", "--extrinsics",
                extrinsics.toString(), "--json", json.toString());

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(Motion.read(json).header().get("coordinates").asText()).isEqualTo("world");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--preset openpose --tsize 100 | --tsize 100 is not a multiple of 8",
        "--preset openpose --detector yolox | openpose-lightweight finds all people in one look and goes without yolox-nano",
        "--preset multi -m hrnet-w32-256x192 | hrnet-w32-256x192 looks at one person at a time",
        "--preset multi --flip-test | openpose-3d does not look at people in a mirror; leave --flip-test out",
        "--preset openpose --detect-every 5 | openpose-lightweight finds people in every frame; leave --detect-every out",
        "--preset live --tsize 256 | blazepose-full looks at people one by one",
        "--preset multi --extrinsics none.json | the extrinsics none.json cannot be read"})
    void what_does_not_go_together_is_one_clear_error(String options, String message) {
        Program.Ended ended = run(folder.resolve("models"), options.split(" "));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).singleElement().asString().startsWith("posescope: " + message);
    }

    @ParameterizedTest
    @CsvSource({"openpose, " + PLANE, "multi, " + SPACE})
    void a_checkpoint_that_is_not_there_is_asked_for_by_name(String preset, String checkpoint) {
        Program.Ended ended = run(folder.resolve("other"), "--preset", preset);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("needs the checkpoint " + checkpoint)
                .contains("run `posescope models import " + checkpoint + "`");
    }
}
