package org.posescope.workshop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

class DemoCommandTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void demo_alone_says_which_command_it_has() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("demo needs a command: render");
    }

    @Test
    void without_a_body_nothing_is_written() {
        Path video = folder.resolve("demo.mp4");
        Path truth = folder.resolve("truth.json");
        assertThat(run("render", "-o", video.toString(), "--truth", truth.toString(), "--body",
                folder.resolve("none.npz").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none.npz");
        assertThat(video).doesNotExist();
        assertThat(truth).doesNotExist();
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new DemoCommand()).setErr(new PrintWriter(err));
        command.setExecutionExceptionHandler((e, failed, parsed) -> {
            failed.getErr().println(e.getMessage());
            return 1;
        });
        return command.execute(arguments);
    }
}
