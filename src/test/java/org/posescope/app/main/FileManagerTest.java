package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class FileManagerTest {
    @Test
    void each_system_has_a_program_that_shows_where_a_file_lies() {
        Path file = Path.of("/videos/a.mp4");

        assertThat(FileManager.command("Linux", file)).containsExactly("xdg-open", "/videos");
        assertThat(FileManager.command("Mac OS X", file)).containsExactly("open", "-R", "/videos/a.mp4");
        assertThat(FileManager.command("Windows 11", file)).containsExactly("explorer", "/select,/videos/a.mp4");
    }
}
