package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyMotion;
import org.posescope.testkit.Shared;

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
}
