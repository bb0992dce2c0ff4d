package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.record.export.ExportFormat;
import org.posescope.body.BodyMotion;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestModels;

class ExportTest {
    @TempDir
    private Path folder;

    @Test
    void a_clip_of_one_man_becomes_motion_for_other_programs() throws IOException {
        Program.Ended ended = Program.run("-i", Shared.file("data/video/single_person_demo.mp4"), "--export",
                folder.resolve("man.bvh"), "--export", folder.resolve("man.glb"), "--export",
                folder.resolve("man.npz"), "--export", folder.resolve("man.csv"), "--export-units", "cm");

        assertThat(ended.status()).as(ended.err()).isZero();
        List<String> bvh = Files.readAllLines(folder.resolve("man.bvh"));
        assertThat(bvh).contains("Frames: 40", "Frame Time: 0.083333333");
        double distance = -Double.parseDouble(bvh.getLast().split(" ")[2]);
        assertThat(distance).as("centimetres from the camera").isBetween(150.0, 1000.0);
        assertThat(folder.resolve("man.glb")).isNotEmptyFile();
        assertThat(BodyMotion.read(folder.resolve("man.npz")).frames()).isBetween(38, 40);
        assertThat(Files.readAllLines(folder.resolve("man.csv"))).hasSizeGreaterThan(39 * 33);
    }

    @Test
    void a_wrong_ending_is_told_before_anything_is_done() {
        Program.Ended ended = Program.run("-i", Shared.file("data/video/single_person_demo.mp4"), "--export",
                folder.resolve("man.fbx"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(1).first().asString().contains("give a name that ends in .bvh");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "batch"})
    void the_help_names_every_format(String command) {
        String help = Program.plain(command, "--help").out().replaceAll("\\s+", "");

        assertThat(ExportFormat.values()).allSatisfy(format -> assertThat(help).contains(format.example()));
        assertThat(help).contains(".csv,.parquet(Parquettable),", ".npz(SMPLparameters,AMASS),",
                "openpose:FOLDER(OpenPoseJSON,afileaframe);maybegiven");
    }

    @Test
    void a_run_that_is_ended_leaves_what_was_recorded() throws IOException, InterruptedException {
        TestModels.file("blazepose-full");
        Path unfinished = folder.resolve("man.csv.part");
        Process program = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "run", "--no-show", "--loop", "--models", TestModels.folder().toString(), "-i",
                Shared.file("data/video/single_person_demo.mp4").toString(), "--export",
                folder.resolve("man.bvh").toString(), "--export", folder.resolve("man.csv").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!(Files.exists(unfinished) && Files.size(unfinished) > 0) && System.nanoTime() < giveUp) {
            Thread.sleep(50);
        }
        program.destroy();

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(Files.readAllLines(folder.resolve("man.csv"))).hasSizeGreaterThan(33).last().asString()
                .matches("([^,]*,){7}[^,]*");
        assertThat(Files.readAllLines(folder.resolve("man.bvh")).getLast().split(" ")).hasSize(75);
    }
}
