package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDialogsTest {
    @TempDir
    private Path folder;

    @Test
    void a_dialog_begins_where_the_newest_input_lies_that_is_still_there() throws IOException {
        Path clip = Files.createFile(folder.resolve("clip.mp4"));

        assertThat(FileDialogs.folderOf(
                List.of("rtsp://camera/1", "0", folder.resolve("gone/clip.mp4").toString(), clip.toString())))
                .contains(folder);
        assertThat(FileDialogs.folderOf(List.of("rtsp://camera/1"))).isEmpty();
    }
}
