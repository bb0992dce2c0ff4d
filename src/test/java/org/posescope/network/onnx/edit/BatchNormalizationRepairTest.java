package org.posescope.network.onnx.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.OnnxAttributes;
import org.posescope.testkit.Shared;

class BatchNormalizationRepairTest {
    @TempDir
    private Path folder;

    @Test
    void an_old_file_that_contradicts_itself_is_changed_in_those_places_only() throws IOException {
        Path old = Shared.file("data/pose2d/ultralight_simplepose.onnx");

        byte[] repaired = BatchNormalizationRepair.of(old).orElseThrow();

        byte[] before = Files.readAllBytes(old);
        assertThat(repaired).hasSameSizeAs(before);
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] != repaired[i]) {
                changed++;
                assertThat(before[i]).isZero();
                assertThat(repaired[i]).isEqualTo((byte) 1);
            }
        }
        assertThat(changed).isGreaterThan(20);
        Path written = Files.write(folder.resolve("repaired.onnx"), repaired);
        assertThat(BatchNormalizationRepair.of(written)).isEmpty();
    }

    @Test
    void a_file_without_such_a_place_stays_as_it_is() throws IOException {
        Path clean = OnnxAttributes.remove("spatial", Shared.file("data/pose2d/ultralight_simplepose.onnx"),
                folder.resolve("clean.onnx"));

        assertThat(BatchNormalizationRepair.of(clean)).isEmpty();
        assertThat(BatchNormalizationRepair.of(Shared.file("data/detector/yolox_nano.onnx"))).isEmpty();
    }

    @Test
    void what_is_no_onnx_file_is_left_to_the_runtime() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "this is no network ".repeat(50));
        Path cut = Files.write(folder.resolve("cut.onnx"),
                Arrays.copyOf(Files.readAllBytes(Shared.file("data/pose2d/ultralight_simplepose.onnx")), 5000));

        assertThat(BatchNormalizationRepair.of(text)).isEmpty();
        assertThat(BatchNormalizationRepair.of(cut)).isEmpty();
        assertThat(BatchNormalizationRepair.of(Files.createFile(folder.resolve("empty.onnx")))).isEmpty();
    }
}
