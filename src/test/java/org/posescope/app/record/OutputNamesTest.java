package org.posescope.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNamesTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 4, 5, 6, 7);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"/a/b/clip.mp4, clip", "C:\\films\\my clip.mov, my-clip", "0, camera0", "rtsp://host/stream, stream",
        "photos/, photos", "/, camera", "100%d.avi, 100-d"})
    void a_name_says_what_and_when(String input, String stem) {
        assertThat(new OutputNames(() -> folder).next(input, "mp4", NOW))
                .isEqualTo(folder.resolve(stem + "-20260304-050607.mp4"));
    }

    @Test
    void a_file_that_is_there_is_not_overwritten() throws IOException {
        OutputNames names = new OutputNames(() -> folder.resolve("new"));
        Path first = Files.createFile(names.next("clip.mp4", "png", NOW));

        assertThat(names.next("clip.mp4", "png", NOW)).isNotEqualTo(first).doesNotExist();
    }
}
