package org.posescope.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;

class ClipFinderTest {
    @TempDir
    private Path folder;

    private final ClipFinder finder = new ClipFinder();

    @BeforeEach
    void files() throws IOException {
        for (String name : new String[] {"b.mp4", "a.MOV", "sub/b.mp4", "sub/deep/c.webm", "notes.txt",
            ".hidden.mp4"}) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private Clip clip(String name, String file) {
        return new Clip(name, folder.resolve(file).toAbsolutePath());
    }

    @Test
    void of_a_folder_all_videos_below_it_are_meant_by_their_place_in_it() {
        finder.add(folder.toString());

        assertThat(finder.clips()).containsExactly(clip(".hidden", ".hidden.mp4"), clip("a", "a.MOV"),
                clip("b", "b.mp4"),
                clip("sub/b", "sub/b.mp4"), clip("sub/deep/c", "sub/deep/c.webm"));
    }

    @Test
    void a_pattern_names_files_below_its_last_plain_folder() {
        finder.add(folder + "/**/*.mp4");

        assertThat(finder.clips()).containsExactly(clip("sub/b", "sub/b.mp4"));
    }

    @Test
    void a_file_named_twice_is_one_clip() {
        finder.add(folder.resolve("b.mp4").toString());
        finder.add(folder + "/sub/../b.mp4");

        assertThat(finder.clips()).containsExactly(clip("b", "b.mp4"));
    }

    @Test
    void whatever_a_file_is_called_it_is_taken_when_it_is_named() {
        finder.add(folder.resolve("notes.txt").toString());

        assertThat(finder.clips()).containsExactly(clip("notes", "notes.txt"));
    }

    @Test
    void clips_of_one_name_keep_their_extension_or_get_a_number() throws IOException {
        Files.createFile(folder.resolve("B.avi"));
        finder.add(folder.resolve("b.mp4").toString());
        finder.add(folder.resolve("B.avi").toString());
        finder.add(folder.resolve("sub/b.mp4").toString());

        assertThat(finder.clips()).containsExactly(clip("B.avi", "B.avi"), clip("b.mp4", "b.mp4"),
                clip("b.mp4-2", "sub/b.mp4"));
    }

    @Test
    void what_is_not_there_is_an_error() {
        assertThatThrownBy(() -> finder.add("nowhere")).isInstanceOf(UserException.class)
                .hasMessage("there is no file or folder nowhere");
    }
}
