package org.posescope.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
@Timeout(60)
class CancelOnExitTest {
    private static final int BY_SIGNAL = 130;
    private static final String NOTICE = "finishing walk.bvh; Ctrl-C again ends at once";
    private static final String FINISHING = "posescope: " + NOTICE;

    @TempDir
    private Path folder;

    @Test
    void a_file_is_written_to_its_end_after_ctrl_c_however_long_that_takes() throws Exception {
        Process program = start(6000);
        try (BufferedReader err = program.errorReader()) {
            assertThat(err.readLine()).isEqualTo("writing");
            interrupt(program);

            assertThat(err.readLine()).isEqualTo(FINISHING);
            assertThat(program.waitFor()).isEqualTo(BY_SIGNAL);
        }
        assertThat(folder.resolve("walk.bvh")).hasContent("begin\nend");
    }

    @Test
    void a_second_ctrl_c_ends_the_program_at_once() throws Exception {
        Process program = start(TimeUnit.HOURS.toMillis(1));
        try (BufferedReader err = program.errorReader()) {
            assertThat(err.readLine()).isEqualTo("writing");
            interrupt(program);
            assertThat(err.readLine()).isEqualTo(FINISHING);
            interrupt(program);

            assertThat(program.waitFor()).isEqualTo(BY_SIGNAL);
        }
        assertThat(folder.resolve("walk.bvh")).hasContent("begin");
    }

    private Process start(long millis) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Job.class.getName(), folder.resolve("walk.bvh").toString(), Long.toString(millis)).start();
    }

    private static void interrupt(Process program) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(program.pid())).start().waitFor()).isZero();
    }

    /** Writes a file for so long. */
    public static final class Job {
        private Job() {}

        public static void main(String[] arguments) throws Exception {
            PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
            try (CancelOnExit cancel = CancelOnExit.ofThisThread()) {
                cancel.write(NOTICE, err, () -> write(Path.of(arguments[0]), Long.parseLong(arguments[1])));
            }
        }

        private static void write(Path file, long millis) {
            try {
                Files.writeString(file, "begin\n");
                System.err.println("writing");
                Thread.sleep(millis);
                Files.writeString(file, "end\n", StandardOpenOption.APPEND);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
