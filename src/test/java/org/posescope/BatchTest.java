package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.TestModels;

/** An archive, as a user works on it whose machine goes down in the middle. */
@Timeout(400)
class BatchTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void a_batch_that_was_killed_twice_ends_with_what_single_runs_give() throws Exception {
        TestModels.file("blazepose-full");
        Path clips = Files.createDirectories(folder.resolve("clips"));
        Path demo = Path.of("assets/demo.mp4");
        for (int i = 0; i < 3; i++) {
            assertThat(Program.run("-i", demo, "--limit", 3 + i, "--no-body", "--show", "none", "-o",
                    clips.resolve("clip" + i + ".mp4")).status()).isZero();
        }
        Path out = folder.resolve("out");

        killed(clips, out, () -> Files.isDirectory(out.resolve(".work/1-of-1")));
        killed(clips, out, () -> Files.exists(out.resolve("manifest/clip0.json")));
        Instant first = Files.getLastModifiedTime(out.resolve("clip0.jsonl")).toInstant();
        Process last = batch(clips, out);

        assertThat(last.waitFor()).isZero();
        assertThat(Files.getLastModifiedTime(out.resolve("clip0.jsonl")).toInstant()).isEqualTo(first);
        Map<String, String> single = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            Path json = folder.resolve("clip" + i + ".jsonl");
            assertThat(Program.run("-i", clips.resolve("clip" + i + ".mp4"), "--nstreams", 1, "--no-body", "--json",
                    json).status()).isZero();
            single.put("clip" + i + ".jsonl", Files.readString(json));
        }
        assertThat(made(out)).isEqualTo(single);
    }

    /** As the machine goes down: the process has no chance to tidy up, and those that it started end by themselves. */
    private void killed(Path clips, Path out, BooleanSupplier when) throws Exception {
        Process process = batch(clips, out);
        await(when);
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        await(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static Process batch(Path clips, Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1", "-Dai.djl.offline=true", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "batch"));
        command.addAll(List.of(clips.toString(), "--out", out.toString(), "--jobs", "1", "--models",
                TestModels.folder().toString(), "--no-body", "--json", "{name}.jsonl"));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Map<String, String> made(Path out) throws IOException {
        Map<String, String> made = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                made.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return made;
    }
}
