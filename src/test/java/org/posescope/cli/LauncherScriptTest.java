package org.posescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.testkit.FakeNpm;
import org.posescope.testkit.Installation;
import org.posescope.testkit.Tarball;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
@Timeout(60)
class LauncherScriptTest {
    private static final String SYSTEM_PATH = "/usr/bin:/bin";

    @TempDir
    private Path folder;
    private Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private record Run(int status, List<String> out, List<String> err) {}

    @BeforeEach
    void copyScript() throws IOException {
        home = folder.toRealPath().resolve("Pose Scope");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("packaging", "bin", "posescope"), script());
        makeExecutable(script());
        environment.put("PATH", SYSTEM_PATH);
        environment.put("HOME", folder.resolve("user").toString());
    }

    private Path script() {
        return home.resolve("bin").resolve("posescope");
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A java that knows its version and, when it is to run something, prints its arguments. */
    private static Path fakeJava(Path javaHome, String version) throws IOException {
        Path java = javaHome.resolve("bin").resolve("java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, String.format(Locale.ROOT, """
                #!/bin/sh
                if [ "$1" = -version ]; then
                    echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=1' >&2
                    echo 'openjdk version "%s" 2026-01-01' >&2
                    exit 0
                fi
                echo "java %s"
                for argument in "$@"; do printf '[%%s]\\n' "$argument"; done
                exit 7
                """, version, version));
        makeExecutable(java);
        return javaHome;
    }

    private Run run(Path start, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(start.toString()));
        command.addAll(List.of(args));
        return run(command);
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new Run(status, Files.readAllLines(out), Files.readAllLines(err));
    }

    @Test
    void arguments_and_the_exit_status_pass_through_untouched() throws Exception {
        environment.put("JAVA_HOME", fakeJava(folder.resolve("new java"), "25.0.1").toString());
        environment.put("POSESCOPE_JAVA_OPTS", "-Xmx1g -Dpattern=*");
        environment.remove("HOME");

        Run run = run(script(), "run", "-i", "my video.mp4", "", "it's \"so\"", "*", "$HOME", "a\\b");

        assertThat(run).isEqualTo(new Run(7,
                Stream.of("java 25.0.1", "[-XX:+UseSerialGC]", "[-Xms20m]", "[-Xmn9m]", "[-XX:SurvivorRatio=1]",
                        "[-XX:TargetSurvivorRatio=95]", "[-XX:MinHeapFreeRatio=5]", "[-XX:MaxHeapFreeRatio=10]",
                        "[-XX:-ShrinkHeapInSteps]",
                        "[-XX:+UnlockDiagnosticVMOptions]", "[-XX:ArchiveRelocationMode=0]",
                        "[-XX:Tier3InvocationThreshold=2000]", "[-XX:Tier4InvocationThreshold=50000]",
                        "[-XX:Tier4MinInvocationThreshold=6000]",
                        "[-XX:Tier4CompileThreshold=150000]", "[-XX:Tier4BackEdgeThreshold=400000]",
                        "[--enable-native-access=ALL-UNNAMED]",
                        "[--sun-misc-unsafe-memory-access=allow]", "[-Dorg.bytedeco.javacpp.logger=slf4j]",
                        "[-Dai.djl.offline=true]",
                        "[-Dposescope.home=" + home + "]", "[-Xmx1g]", "[-Dpattern=*]",
                        // Which only the C library of Linux needs.
                        OS.LINUX.isCurrentOs() ? "[-XX:TrimNativeHeapInterval=2000]" : "",
                        "[-cp]", "[" + home + "/lib/*]",
                        "[org.posescope.Main]", "[run]", "[-i]", "[my video.mp4]", "[]", "[it's \"so\"]", "[*]",
                        "[$HOME]",
                        "[a\\b]").filter(line -> !line.isEmpty()).toList(),
                List.of()));
    }

    @Test
    void classes_are_kept_for_the_next_start_and_taken_from_there() throws Exception {
        Path java = fakeJava(folder.resolve("new"), "25");
        environment.put("JAVA_HOME", java.toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("my cache").toString());
        String wanted = "[-Dposescope.classes=";

        List<String> first = run(script()).out();
        Path classes = path(wanted, first);
        Files.createDirectories(classes.getParent());
        Files.createFile(classes);
        List<String> second = run(script()).out();
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib").resolve("other.jar"), "of another version");
        List<String> ofOtherJars = run(script()).out();

        assertThat(classes.getParent()).isEqualTo(folder.resolve("my cache").resolve("posescope"));
        assertThat(first).contains("[-XX:+RecordDynamicDumpInfo]", "[-Xlog:aot*=off,cds*=off]");
        assertThat(second).contains("[-XX:SharedArchiveFile=" + classes + "]", "[-XX:+VerifySharedSpaces]",
                "[-Xlog:aot*=off,cds*=off]").noneMatch(line -> line.startsWith(wanted));
        assertThat(ofOtherJars).contains("[-XX:+RecordDynamicDumpInfo]").doesNotContain(wanted + classes + "]");
    }

    @Test
    void classes_of_a_jar_that_differs_in_nothing_but_its_content_are_others() throws Exception {
        environment.put("JAVA_HOME", fakeJava(folder.resolve("new"), "25").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Path jar = Files.createDirectories(home.resolve("lib")).resolve("posescope-1.jar");

        List<Path> named = new ArrayList<>();
        for (String content : List.of("one", "two", "one")) {
            Files.writeString(jar, content);
            Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
            named.add(path("[-Dposescope.classes=", run(script()).out()));
        }

        assertThat(named.get(1)).isNotEqualTo(named.get(0));
        assertThat(named.get(2)).isEqualTo(named.get(0));
    }

    @Test
    void classes_that_the_build_prepared_come_first_those_of_the_window_apart() throws Exception {
        environment.put("JAVA_HOME", fakeJava(folder.resolve("new"), "25").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("POSESCOPE_PREPARE", "1");
        String wanted = "[-XX:AOTCacheOutput=";

        Path commands = path(wanted, run(script(), "run", "-i", "clip.mp4").out());
        Path window = path(wanted, run(script(), "clip.mp4").out());
        environment.remove("POSESCOPE_PREPARE");
        Files.createFile(commands);
        List<String> run = run(script(), "run", "-i", "clip.mp4").out();
        List<String> unprepared = run(script()).out();
        Files.createFile(window);

        assertThat(List.of(commands, window)).doesNotHaveDuplicates().extracting(Path::getParent).containsOnly(home);
        assertThat(run).contains("[-XX:AOTCache=" + commands + "]", "[-Xlog:aot*=off,cds*=off]")
                .doesNotContain("[-XX:+RecordDynamicDumpInfo]");
        assertThat(unprepared).contains("[-XX:+RecordDynamicDumpInfo]");
        assertThat(run(script()).out()).contains("[-XX:AOTCache=" + window + "]");
        assertThat(run(script(), "folder/of clips").out()).contains("[-XX:AOTCache=" + window + "]");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void classes_that_cannot_be_prepared_are_told_of_and_end_no_build() throws Exception {
        environment.put("JAVA_HOME", fakeJava(folder.resolve("new"), "25").toString());
        String prepare = Path.of("packaging", "prepare").toAbsolutePath().toString();

        Run failed = run(List.of(prepare, home.toString()));
        Run nowhere = run(List.of(prepare, folder.toString()));

        assertThat(failed.status()).isZero();
        assertThat(failed.err()).contains("java 25",
                "packaging/prepare: a clip could not be looked at; what it said is above."
                        + " The program will take longer to start.");
        assertThat(nowhere).isEqualTo(new Run(2, List.of(),
                List.of("packaging/prepare: give the folder of the program, for example target/posescope")));
    }

    private static Path path(String option, List<String> out) {
        String named = out.stream().filter(line -> line.startsWith(option)).findFirst().orElseThrow();
        return Path.of(named.substring(option.length(), named.length() - 1));
    }

    @Test
    void the_installation_is_found_through_links() throws Exception {
        environment.put("JAVA_HOME", fakeJava(folder.resolve("new"), "25").toString());
        Path first = Files.createSymbolicLink(home.resolve("first"), Path.of("bin", "posescope"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);

        assertThat(run(second).out()).contains("[-Dposescope.home=" + home + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "17.0.15", "24.0.2"})
    void an_old_java_of_java_home_or_path_is_passed_over(String old) throws Exception {
        environment.put("JAVA_HOME", fakeJava(folder.resolve("old1"), old).toString());
        environment.put("PATH", fakeJava(folder.resolve("old2"), old).resolve("bin") + ":" + SYSTEM_PATH);
        requireVersion("999");
        fakeJava(folder.resolve("user/.sdkman/candidates/java/mine"), "999.1");

        assertThat(run(script()).out()).first().isEqualTo("java 999.1");
    }

    @Test
    void a_new_java_on_the_path_is_taken_when_java_home_is_old() throws Exception {
        Path old = fakeJava(folder.resolve("old"), "25");
        // The file that comes with a JDK says the version without a start of it, and is believed.
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"21.0.2\"\n");
        environment.put("JAVA_HOME", old.toString());
        environment.put("PATH", fakeJava(folder.resolve("new"), "26-ea").resolve("bin") + ":" + SYSTEM_PATH);

        assertThat(run(script()).out()).first().isEqualTo("java 26-ea");
    }

    @Test
    void without_a_java_that_is_new_enough_one_sentence_says_what_to_install() throws Exception {
        requireVersion("999");

        Run run = run(script(), "models", "list");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString()
                .startsWith("posescope: Java 999 or newer was not found; install a JDK 999");
    }

    /** No machine has such a Java in its usual folders, so that these tests mean the same everywhere. */
    private void requireVersion(String version) throws IOException {
        Files.writeString(script(), Files.readString(script()).replaceFirst("needed=\\d+", "needed=" + version));
    }

    @Test
    void the_real_program_starts() throws Exception {
        installProgram();

        Run run = run(script(), "--version");

        assertThat(run.out()).singleElement().asString()
                .startsWith("posescope (development), Java " + Runtime.version());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void a_full_disk_is_one_sentence_and_leaves_nothing() throws Exception {
        installProgram();
        Path tarball = folder.resolve("zeros.tgz");
        try (Tarball tar = new Tarball(tarball)) {
            tar.file("package/pose_landmark_lite.tflite", new byte[2_819_824]);
        }
        FakeNpm npm = FakeNpm.giving(tarball, folder.resolve("npm"));
        environment.put("PATH", npm.executable().getParent() + ":" + SYSTEM_PATH);
        Path models = folder.resolve("models");

        // A limit on the size of files makes writes fail as a full disk does: 100 blocks of 512 bytes.
        Run run = run(List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh", script().toString(), "models", "install",
                "blazepose-lite", "--models", models.toString()));

        assertThat(run.err()).singleElement().asString().startsWith("posescope: cannot install blazepose-lite because ")
                .contains("pose_landmark_lite.tflite.part cannot be written: File too large", "@mediapipe/pose@");
        assertThat(run.status()).isEqualTo(1);
        try (Stream<Path> files = Files.list(models)) {
            assertThat(files).containsExactly(models.resolve(".lock"));
        }
    }

    @Test
    void a_program_that_is_ended_ends_npm_and_leaves_nothing() throws Exception {
        installProgram();
        Path pid = folder.resolve("pid");
        FakeNpm npm = new FakeNpm(folder.resolve("npm"), "echo $$ >'" + pid + "'; sleep 600");
        environment.put("PATH", npm.executable().getParent() + ":" + SYSTEM_PATH);
        Path models = folder.resolve("models");
        ProcessBuilder builder = new ProcessBuilder(script().toString(), "models", "install", "--models",
                models.toString());
        builder.environment().putAll(environment);

        Process program = builder.inheritIO().start();
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            Thread.sleep(20);
        }
        program.destroy();
        program.waitFor();

        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))).isEmpty();
        try (Stream<Path> files = Files.list(models)) {
            assertThat(files).containsExactly(models.resolve(".lock"));
        }
    }

    private void installProgram() throws IOException {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Installation.addProgram(home);
    }
}
