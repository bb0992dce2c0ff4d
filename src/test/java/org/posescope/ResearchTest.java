package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.NpzWriter;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.CheckpointFile;
import org.posescope.testkit.NetworkFixture;
import org.posescope.testkit.Shared;

import com.fasterxml.jackson.databind.JsonNode;

/** The research preset as its user meets it: checkpoints in, people out. Weights are made up, so the people are too. */
class ResearchTest {
    private static final String HMR = "2020_05_31-00_50_43-best-51.749683916568756.pt";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void import_everything() throws IOException {
        NetworkFixture hmr = new NetworkFixture("hmr_spin");
        CheckpointFile checkpoint = hmr.checkpoint();
        Path mean = meanParameters(checkpoint);
        Path pose = new NetworkFixture("simplepose_resnet18").checkpoint()
                .writeZip(folder.resolve("pose_resnet_18_256x192.pth.tar"));
        Path body = checkpoint.nestedIn("model").writeLegacy(folder.resolve(HMR));

        Program.Ended alone = models("import", body);
        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.err()).contains("has no mean body to start from; name smpl_mean_params.npz");
        Program.Ended ended = models("import", body, pose, mean);
        assertThat(ended.status()).as(ended.err()).isZero();
        Files.delete(pose);
        Files.delete(body);
        assertThat(ended.out()).contains("imported as hmr (onnxruntime fp32",
                "imported as simplepose-resnet18-256x192");
    }

    /** Takes the mean body out of a checkpoint and writes it as SPIN publishes it. */
    private static Path meanParameters(CheckpointFile checkpoint) {
        Path file = folder.resolve("smpl_mean_params.npz");
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.NONE)) {
            for (Map.Entry<String, String> part : Map.of("init_pose", "pose", "init_shape", "shape", "init_cam", "cam")
                    .entrySet()) {
                float[] values = checkpoint.values(part.getKey());
                npz.write(part.getValue(), NdArray.of(values, values.length));
                checkpoint.remove(part.getKey());
            }
            npz.finish();
        }
        return file;
    }

    private static Program.Ended models(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "models";
        all[1] = "--models";
        all[2] = folder.resolve("models");
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Program.plain(all);
    }

    @Test
    void the_list_shows_tensors_and_conversions() {
        Program.Ended ended = models("list", "--long");

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("takes      input [-1, 3, 224, 224]", "gives      pred_rotmat [-1, 24, 3, 3]",
                "conversion pytorch bf16 hmr-bf16.pt", "timing     onnxruntime fp32");
    }

    @ParameterizedTest
    @CsvSource({"onnxruntime, fp32, 2e-5", "pytorch, fp32, 2e-5", "auto, fp32, 2e-5", "pytorch, bf16, 0.1"})
    void a_network_run_on_raw_tensors_gives_what_its_authors_code_gives(String engine, String precision,
            double tolerance) {
        NetworkFixture fixture = new NetworkFixture("hmr_spin");
        Path input = folder.resolve("in.npz");
        Path output = folder.resolve("out.npz");
        Tensor pixels = fixture.input();
        try (NpzWriter npz = new NpzWriter(input, NpzWriter.Compression.NONE)) {
            npz.write("input", NdArray.of(pixels.toArray(), pixels.shape()));
            npz.finish();
        }

        Program.Ended ended = models("run", "hmr", "--input", input, "--output", output, "--engine", engine,
                "--precision", precision);

        assertThat(ended.status()).as(ended.err()).isZero();
        Map<String, NdArray> actual = NpzReader.readAll(output);
        fixture.outputs().forEach((name, expected) -> {
            double largest = 0;
            for (double value : expected.toDoubles()) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertThat(actual.get(name).shape()).isEqualTo(expected.shape());
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(name).getDouble(i)).as(name + " " + i).isCloseTo(expected.getDouble(i),
                        within(tolerance * largest));
            }
        });
    }

    @Test
    void wrong_tensors_are_refused_with_the_shape_that_is_wanted() {
        Path input = folder.resolve("wrong.npz");
        try (NpzWriter npz = new NpzWriter(input, NpzWriter.Compression.NONE)) {
            npz.write("input", NdArray.of(new float[12], 1, 3, 2, 2));
            npz.finish();
        }

        Program.Ended ended = models("run", "hmr", "-i", input, "-o", folder.resolve("no.npz"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("[1, 3, 2, 2] of <f4", "[-1, 3, 224, 224]");
    }

    @Test
    void people_get_points_of_the_heatmaps_and_the_body_of_the_regressor() throws IOException {
        Path json = folder.resolve("motion.json");

        Program.Ended ended = Program.plain("run", "--no-show", "--models", folder.resolve("models"), "--preset",
                "research", "-m", Shared.file("data/detector/yolox_nano.onnx"), "-m", "simplepose-resnet18-256x192",
                "--flip-test", "-t", "0.01", "-i", Shared.file("data/image/000000000785.jpg"), "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        JsonNode people = Motion.read(json).frames().getFirst().get("people");
        assertThat(people).isNotEmpty();
        for (JsonNode person : people) {
            assertThat(person.get("keypoints").get("coco17")).hasSize(17);
            assertThat(person.get("body").get("pose")).hasSize(24);
        }
    }

    @Test
    void a_checkpoint_that_is_not_there_is_asked_for_by_name() {
        Program.Ended ended = Program.plain("run", "--no-show", "--models", folder.resolve("other"), "--preset",
                "research", "-m", Shared.file("data/detector/yolox_nano.onnx"), "-i",
                Shared.file("data/image/000000000785.jpg"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("needs the checkpoint pose_hrnet_w32_256x192.pth")
                .contains("run `posescope models import pose_hrnet_w32_256x192.pth`");
    }
}
