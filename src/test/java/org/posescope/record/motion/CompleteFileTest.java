package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;

class CompleteFileTest {
    private static final byte[] MEGABYTE = new byte[1 << 20];

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_one_sentence_and_leaves_the_older_file() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bvh"), "older");
        Files.createSymbolicLink(folder.resolve("a.bvh.part"), Path.of("/dev/full"));

        assertThatThrownBy(() -> CompleteFile.write(file, out -> out.write(MEGABYTE)))
                .isInstanceOf(UserException.class).hasMessageStartingWith("Cannot write " + file + ": ")
                .hasMessageNotContaining("\n");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
        assertThat(file).hasContent("older");
    }

    @Test
    void what_is_not_finished_is_dropped() {
        try (CompleteFile file = new CompleteFile(folder.resolve("a.csv"))) {
            file.append(out -> out.write(MEGABYTE));
        }

        assertThat(folder).isEmptyDirectory();
    }
}
