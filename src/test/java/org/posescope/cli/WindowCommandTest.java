package org.posescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowCommandTest {
    private final List<Optional<String>> opened = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return new Cli(List.of(new CamerasCommand()), Optional.of(new WindowCommand(opened::add)))
                .writingTo(new PrintWriter(new StringWriter()), new PrintWriter(err, true)).run(args);
    }

    @Test
    void without_arguments_the_window_opens_by_itself() {
        assertThat(run()).isZero();
        assertThat(opened).containsExactly(Optional.empty());
    }

    @Test
    void a_file_a_camera_or_an_address_is_played_in_the_window() throws IOException {
        String file = Files.createFile(folder.resolve("clip.mp4")).toString();

        assertThat(run(file)).isZero();
        assertThat(run("--camera", "1")).isZero();
        assertThat(run("rtsp://host/stream")).isZero();
        assertThat(opened).containsExactly(Optional.of(file), Optional.of("1"), Optional.of("rtsp://host/stream"));
    }

    @Test
    void a_name_that_is_neither_file_nor_command_is_told() {
        assertThat(run("camras")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("posescope: there is no file and no command 'camras'; see 'posescope --help'");
        assertThat(opened).isEmpty();
    }

    @Test
    void a_command_is_still_a_command() {
        assertThat(run("cameras", "--help")).isZero();
        assertThat(opened).isEmpty();
    }
}
