package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileManagerTest {
    @Test
    void a_folder_itself_is_opened(@TempDir Path folder) {
        assertThat(FileManager.command("Linux", folder)).containsExactly("xdg-open", folder.toString());
        assertThat(FileManager.command("Mac OS X", folder)).containsExactly("open", folder.toString());
        assertThat(FileManager.command("Windows 11", folder)).containsExactly("explorer", folder.toString());
    }

    @Test
    void each_system_has_a_program_that_shows_where_a_file_lies() {
        Path file = Path.of("/videos/a.mp4");

        assertThat(FileManager.command("Linux", file)).containsExactly("xdg-open", "/videos");
        assertThat(FileManager.command("Mac OS X", file)).containsExactly("open", "-R", "/videos/a.mp4");
        assertThat(FileManager.command("Windows 11", file)).containsExactly("explorer", "/select,/videos/a.mp4");
    }
}
