package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Fx;
import org.posescope.testkit.OnnxFile;

/** Model files that are dropped on the window. */
class WindowModelFilesTest {
    @TempDir
    private Path folder;

    @Test
    void one_that_does_not_find_people_gives_a_banner_that_says_what_it_is_and_the_video_plays_on() throws Exception {
        Path file = folder.resolve("resnet.onnx");
        new OnnxFile().input("x", OnnxFile.FLOAT, 1, 3, 224, 224).node("Conv", "prob", "x")
                .output("prob", OnnxFile.FLOAT, 1, 1000).write(file);
        try (WindowRig rig = new WindowRig(folder).show("1000")) {
            Fx.await("time goes on", () -> rig.seconds() > 0.2);
            rig.drop(file.toString());

            Fx.await("a banner", () -> rig.text("#banner-text")
                    .startsWith(file + " has no card and seems to be a classifier of 1000 classes"));
            assertThat(rig.text("#banner-text")).doesNotContain("\n");
            double then = Fx.call(rig::seconds);
            Fx.await("time still goes on", () -> rig.seconds() > then + 0.2);
        }
    }
}
