package org.posescope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.cli.Cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

class WindowCommandTest {
    private final List<Opened> opened = new ArrayList<>();
    private final List<Optional<Path>> avatars = new ArrayList<>();
    private final RunWithout runWithout = new RunWithout();
    private Optional<Path> demoWithoutDisplay = Optional.empty();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private record Opened(Optional<String> input, Optional<Path> models) {
        static Opened with(String input) {
            return new Opened(Optional.of(input), Optional.empty());
        }
    }

    /** Keeps what it is called with. */
    @Command(name = "run")
    private static final class RunWithout implements Callable<Integer> {
        @Unmatched
        private final List<String> arguments = new ArrayList<>();

        @Override
        public Integer call() {
            return 0;
        }
    }

    private int run(String... args) {
        WindowCommand window = new WindowCommand((input, avatar, models) -> {
            opened.add(new Opened(input, models));
            avatars.add(avatar);
        },
                () -> demoWithoutDisplay);
        return new Cli(List.of(new CamerasCommand(), runWithout), Optional.of(window))
                .writingTo(new PrintWriter(new StringWriter()), new PrintWriter(err, true)).run(args);
    }

    @Test
    void without_arguments_the_window_opens_by_itself() {
        assertThat(run()).isZero();
        assertThat(opened).containsExactly(new Opened(Optional.empty(), Optional.empty()));
    }

    @Test
    void an_avatar_goes_with_what_is_played_and_has_to_be_there() throws IOException {
        Path figure = Files.createFile(folder.resolve("figure.vrm"));

        assertThat(run("--avatar", figure.toString(), "--camera", "1")).isZero();
        assertThat(opened).containsExactly(Opened.with("1"));
        assertThat(avatars).containsExactly(Optional.of(figure));
        assertThat(run("--avatar", folder.resolve("none.vrm").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.vrm cannot be read");
    }

    @Test
    void a_file_a_camera_or_an_address_is_played_in_the_window() throws IOException {
        String file = Files.createFile(folder.resolve("clip.mp4")).toString();

        assertThat(run(file)).isZero();
        assertThat(run("--camera", "1")).isZero();
        assertThat(run("rtsp://host/stream")).isZero();
        assertThat(opened).containsExactly(Opened.with(file), Opened.with("1"), Opened.with("rtsp://host/stream"));
    }

    @Test
    void models_of_another_folder_are_for_the_window_too() {
        assertThat(run("--models", "nets", "--camera", "0")).isZero();
        assertThat(opened).containsExactly(new Opened(Optional.of("0"), Optional.of(Path.of("nets"))));
    }

    @Test
    void without_a_display_the_demo_clip_is_run_into_a_file() {
        demoWithoutDisplay = Optional.of(Path.of("home", "demo.mp4"));

        assertThat(run("--models", "nets")).isZero();
        assertThat(runWithout.arguments).containsExactly("-i", Path.of("home", "demo.mp4").toString(), "-o",
                "posescope-demo.mp4", "--show", "mesh,skeleton,boxes,ids,hud", "--no-show", "--models", "nets");
        assertThat(err.toString().lines()).containsExactly("posescope: there is no display for the window, so the demo "
                + "clip is run without one into posescope-demo.mp4 in this folder");
        assertThat(opened).isEmpty();
    }

    @Test
    void what_the_user_names_is_never_replaced_by_the_demo_clip() {
        demoWithoutDisplay = Optional.of(Path.of("demo.mp4"));

        assertThat(run("--camera", "0")).isZero();
        assertThat(opened).containsExactly(Opened.with("0"));
        assertThat(runWithout.arguments).isEmpty();
    }

    @Test
    void options_of_the_window_before_a_command_are_told_not_lost() {
        assertThat(run("--help", "cameras")).isZero();
        assertThat(run("--camera", "0", "cameras")).isEqualTo(2);
        assertThat(err.toString().lines()).first().asString()
                .startsWith("posescope: option --camera before 'cameras' has no effect; name it after the command");
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
