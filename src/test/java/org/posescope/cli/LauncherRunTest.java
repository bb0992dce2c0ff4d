package org.posescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Installation;
import org.posescope.testkit.TestModels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The installed program in an environment as a container or a cron job has it: no locale, no terminal. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
@Timeout(300)
class LauncherRunTest {
    private static final String CLIP = "Grüße 写.mp4";
    private static final String CLIP_ARGUMENT = "-i '" + CLIP + "' --no-show ";
    private static final Path DEMO = Path.of("assets", "demo.mp4").toAbsolutePath();

    @TempDir
    private Path folder;
    private Path launcher;
    private Path temporary;

    private record Ended(int status, List<String> out, List<String> err) {}

    @BeforeEach
    void install() throws IOException {
        TestModels.file("blazepose-full");
        launcher = Installation.in(folder.resolve("installed"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    /** The name of the clip goes through the shell alone: the Java of this test may know no locale either. */
    private Ended run(String arguments) throws IOException, InterruptedException {
        Path commands = Files.writeString(folder.resolve("commands"), "cp '" + DEMO + "' '" + CLIP
                + "'\nexec sh '" + launcher + "' " + arguments + "\n");
        List<String> command = List.of("sh", commands.toString());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", System.getProperty("user.home"), "JAVA_HOME",
                        System.getProperty("java.home"), "POSESCOPE_MODELS",
                        TestModels.folder().toAbsolutePath().toString(), "POSESCOPE_JAVA_OPTS",
                        "-Djava.io.tmpdir=" + temporary));
        int status = builder.start().waitFor();
        return new Ended(status, Files.readAllLines(out, StandardCharsets.UTF_8),
                Files.readAllLines(err, StandardCharsets.UTF_8));
    }

    @Test
    void motion_of_a_file_of_any_name_is_all_of_standard_output() throws Exception {
        Ended ended = run("run " + CLIP_ARGUMENT + "--limit 2 --json -");

        assertThat(ended.status()).as(ended.err().toString()).isZero();
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ended.out()) {
            lines.add(mapper.readTree(line));
        }
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst().get("source").get("uri").asText()).isEqualTo(CLIP);
        assertThat(lines.subList(1, 3)).extracting(line -> line.get("index").asInt()).containsExactly(0, 1);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void printed_results_are_all_of_standard_output_whatever_runs_the_networks_and_nothing_is_left() throws Exception {
        Ended converting = run("run " + CLIP_ARGUMENT + "--limit 1 -r --engine onnxruntime");
        assertThat(converting.err()).allMatch(line -> line.startsWith("posescope: converting "));

        Ended ended = run("run " + CLIP_ARGUMENT + "--limit 2 -r --engine onnxruntime");

        assertThat(ended.status()).as(ended.err().toString()).isZero();
        assertThat(ended.out()).hasSizeGreaterThan(60).allMatch(line -> line.matches(
                "frame \\d+  \\d+\\.\\d{3} s  result  \\d+\\.\\d ms|  person \\d+  score .*|    translation  .* m|"
                        + "    [a-z_]+ +-?\\d+\\.\\d +-?\\d+\\.\\d  \\d\\.\\d\\d"));
        assertThat(ended.err()).isEmpty();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void debug_shows_on_standard_error_what_libraries_log() throws Exception {
        Ended ended = run("--debug run " + CLIP_ARGUMENT + "--limit 1 --json -");

        assertThat(ended.err()).anyMatch(line -> line.contains("Versions of org.bytedeco"));
        assertThat(ended.out()).hasSize(2);
    }
}
