package org.posescope.model.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;
import org.posescope.model.Origin;
import org.posescope.testkit.FakeNpm;
import org.posescope.testkit.HoldLock;
import org.posescope.testkit.SmallModels;
import org.posescope.testkit.Tarball;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the npm of these tests is a shell script")
@Timeout(60)
class ModelInstallerTest {
    private static final GraphConverter NO_GRAPHS = (card, graph, progress) -> {
        throw new AssertionError("no graph is among the models");
    };

    private static final Duration LONG = Duration.ofMinutes(1);
    /** Longer than one buffer, and not compressible, so that a cut tarball ends inside it. */
    private static final byte[] DATA = new byte[200_000];
    private static final byte[] TINY = "tiny".getBytes(StandardCharsets.UTF_8);

    static {
        new Random(7).nextBytes(DATA);
    }

    private static final ModelCard WHOLE = card("whole", "data.bin", 0, DATA);
    private static final ModelCard MIDDLE = card("middle", "data.bin", 60_000,
            Arrays.copyOfRange(DATA, 60_000, 140_001));
    private static final ModelCard NESTED = card("nested", "deep/er/tiny.bin", 0, TINY);
    private static final ModelCard BROUGHT = SmallModels.unchecked("brought", new Origin.BringYourOwn("its page"));
    private static final ModelCatalog CATALOG = new ModelCatalog(List.of(WHOLE, MIDDLE, NESTED, BROUGHT), List.of());

    @TempDir
    private Path folder;
    private Path models;
    private Path tarball;
    private ModelStore store;

    @BeforeEach
    void makeStore() throws IOException {
        models = folder.resolve("my models");
        store = new ModelStore(CATALOG, new ModelFolders(models, Optional.empty()));
        tarball = folder.resolve("package.tgz");
        try (Tarball tar = new Tarball(tarball)) {
            tar.file("package/package.json", TINY).file("package/data.bin", DATA).file("package/deep/er/tiny.bin",
                    TINY);
        }
    }

    private static ModelCard card(String id, String member, long offset, byte[] content) {
        return SmallModels.card(id, new Origin.NpmPackage("@some/pack", "1.2.3", member, offset, content.length),
                content);
    }

    private ModelInstaller installer(FakeNpm npm, Duration timeout) {
        return new ModelInstaller(store, new NpmClient(Optional.of(npm.executable()), timeout), NO_GRAPHS);
    }

    private void install(FakeNpm npm, ModelCard... cards) throws InterruptedException {
        installer(npm, LONG).install(List.of(cards), new InstallListener() {
        });
    }

    private FakeNpm giving(Path file) throws IOException {
        return FakeNpm.giving(file, folder.resolve("bin"));
    }

    private FakeNpm doing(String body) throws IOException {
        return new FakeNpm(folder.resolve("bin"), body);
    }

    private void assertFailsCleanly(FakeNpm npm, String message, ModelCard... cards) throws IOException {
        assertThatThrownBy(() -> install(npm, cards)).isInstanceOf(UserException.class).hasMessageContaining(message)
                .hasMessageContaining("@some/pack@1.2.3").hasMessageNotContaining("\n");
        assertThat(installed()).isEmpty();
    }

    /** All that is in the model folder but its own notes. */
    private List<String> installed() throws IOException {
        try (Stream<Path> files = Files.list(models)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !List.of(".lock", ".checksums.json").contains(name)).sorted().toList();
        }
    }

    @Test
    void one_fetch_installs_all_that_is_wanted_of_a_package() throws Exception {
        FakeNpm npm = giving(tarball);

        install(npm, WHOLE, MIDDLE, NESTED);

        assertThat(models.resolve("whole.onnx")).hasBinaryContent(DATA);
        assertThat(models.resolve("middle.onnx")).hasBinaryContent(Arrays.copyOfRange(DATA, 60_000, 140_001));
        assertThat(models.resolve("nested.onnx")).hasBinaryContent(TINY);
        assertThat(installed()).containsExactly("middle.onnx", "nested.onnx", "whole.onnx");
        assertThat(npm.calls()).singleElement().asString()
                .matches(
                        "pack @some/pack@1\\.2\\.3 --ignore-scripts --pack-destination .*my models.* --loglevel=error");
    }

    @Test
    void the_listener_hears_of_every_step() throws Exception {
        List<String> heard = new ArrayList<>();
        InstallListener listener = new InstallListener() {
            @Override
            public void waiting(Path busy, Duration elapsed) {
                heard.add("waiting");
            }

            @Override
            public void fetching(String coordinates, Duration elapsed) {
                heard.add("fetching " + coordinates);
            }

            @Override
            public void reading(String coordinates, long bytes, long total) {
                heard.add("reading " + coordinates + (bytes == total ? " all" : ""));
            }

            @Override
            public void installed(ModelFile file) {
                heard.add("installed " + file.path().getFileName());
            }
        };

        installer(doing("sleep 0.5; cp '" + tarball + "' \"$5\"/p.tgz"), LONG).install(List.of(WHOLE), listener);

        assertThat(heard.stream().distinct()).containsExactly("fetching @some/pack@1.2.3", "reading @some/pack@1.2.3",
                "reading @some/pack@1.2.3 all", "installed whole.onnx");
    }

    @Test
    void what_is_there_is_not_fetched_again_and_what_is_damaged_is_replaced() throws Exception {
        FakeNpm npm = giving(tarball);
        install(npm, WHOLE, NESTED);
        install(npm, WHOLE, NESTED);
        assertThat(npm.calls()).hasSize(1);

        Files.write(models.resolve("nested.onnx"), DATA);
        install(npm, WHOLE, NESTED);

        assertThat(npm.calls()).hasSize(2);
        assertThat(store.verify(NESTED)).isEqualTo(ModelState.INSTALLED);
    }

    @Test
    void entries_that_point_outside_are_not_followed() throws Exception {
        Path evil = folder.resolve("evil.tgz");
        Path secret = Files.write(folder.resolve("secret"), TINY);
        try (Tarball tar = new Tarball(evil)) {
            tar.file("package/../../../escaped", DATA).file("/" + folder + "/escaped", DATA)
                    .file("package/deep/er/../er/tiny.bin", TINY).link("package/deep/er/tiny.bin", secret.toString());
        }

        assertFailsCleanly(giving(evil), "has no whole deep/er/tiny.bin", NESTED);

        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("escaped");
        }
    }

    @Test
    void a_truncated_package_leaves_nothing() throws Exception {
        Path cut = folder.resolve("cut.tgz");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(tarball), 100_000));

        assertFailsCleanly(giving(cut), "the package that npm gave is broken", WHOLE, NESTED);
    }

    @Test
    void a_package_that_is_none_leaves_nothing() throws Exception {
        assertFailsCleanly(giving(Files.writeString(folder.resolve("page.tgz"), "<html>")),
                "the package that npm gave is broken", WHOLE);
    }

    @Test
    void one_wrong_checksum_keeps_all_of_the_package_out() throws Exception {
        Path other = folder.resolve("other.tgz");
        try (Tarball tar = new Tarball(other)) {
            tar.file("package/data.bin", DATA).file("package/deep/er/tiny.bin",
                    "twin".getBytes(StandardCharsets.UTF_8));
        }

        assertFailsCleanly(giving(other), "deep/er/tiny.bin of @some/pack@1.2.3 has the sha256 ", WHOLE, NESTED);
    }

    @Test
    void a_file_that_is_shorter_than_the_range_is_not_taken() throws Exception {
        Path other = folder.resolve("short.tgz");
        try (Tarball tar = new Tarball(other)) {
            tar.file("package/data.bin", Arrays.copyOf(DATA, 139_999));
        }

        assertFailsCleanly(giving(other), "has no whole data.bin", MIDDLE);
    }

    @Test
    void without_npm_the_message_says_what_to_put_where_by_hand() {
        ModelInstaller installer = new ModelInstaller(store, new NpmClient(Optional.empty(), LONG), NO_GRAPHS);

        assertThatThrownBy(() -> installer.install(List.of(MIDDLE, NESTED), new InstallListener() {
        }))
                .isInstanceOf(UserException.class).hasMessageNotContaining("\n")
                .hasMessageContainingAll("cannot install middle, nested because npm was not found", "Node.js",
                        "middle.onnx (bytes 60000 to 140000 of data.bin, sha256 " + MIDDLE.sha256().orElseThrow() + ")",
                        "nested.onnx (bytes 0 to 3 of deep/er/tiny.bin, sha256 " + NESTED.sha256().orElseThrow() + ")",
                        "the npm package @some/pack@1.2.3", models.toString(), "posescope models path");
    }

    @Test
    void npm_that_fails_is_quoted_with_its_code() throws Exception {
        assertFailsCleanly(doing("echo 'npm error code ETARGET' >&2; echo 'npm error notarget' >&2; exit 1"),
                "npm failed with ETARGET", WHOLE);
        assertFailsCleanly(doing("echo 'npm ERR! code ENOTFOUND'; exit 1"), "npm failed with ENOTFOUND", WHOLE);
        assertFailsCleanly(doing("exit 7"), "npm failed with exit status 7", WHOLE);
        assertFailsCleanly(doing("exit 0"), "npm gave no package", WHOLE);
    }

    @Test
    void npm_that_cannot_be_started_is_an_error() throws Exception {
        Path broken = Files.writeString(folder.resolve("npm"), "#!/no/such/shell\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> new ModelInstaller(store, new NpmClient(Optional.of(broken), LONG), NO_GRAPHS)
                .install(List.of(WHOLE), new InstallListener() {
                })).isInstanceOf(UserException.class)
                .hasMessageContaining(broken + " cannot be run");
    }

    @Test
    void npm_that_hangs_is_ended_with_its_children() throws Exception {
        Path pid = folder.resolve("pid");
        FakeNpm npm = doing("sleep 600 & echo $! >'" + pid + "'; wait");

        assertThatThrownBy(() -> installer(npm, Duration.ofSeconds(1)).install(List.of(WHOLE), new InstallListener() {
        }))
                .isInstanceOf(UserException.class).hasMessageContaining("npm took longer than 1 s");

        assertThat(installed()).isEmpty();
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))).isEmpty();
    }

    @Test
    void an_interrupt_ends_npm_and_leaves_nothing() throws Exception {
        Path pid = folder.resolve("pid");
        FakeNpm npm = doing("sleep 600 & echo $! >'" + pid + "'; wait");
        Thread current = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            while (!hasText(pid)) {
                Thread.onSpinWait();
            }
            current.interrupt();
        });

        assertThatThrownBy(() -> install(npm, WHOLE)).isInstanceOf(InterruptedException.class);

        assertThat(installed()).isEmpty();
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))).isEmpty();
    }

    @Test
    void ctrl_c_that_reaches_npm_first_is_a_cancellation_too() throws Exception {
        FakeNpm npm = doing("kill -INT $$; sleep 60");

        assertThatThrownBy(() -> install(npm, WHOLE)).isInstanceOf(InterruptedException.class);

        assertThat(installed()).isEmpty();
    }

    private static boolean hasText(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void an_interrupt_while_the_package_is_read_leaves_nothing() throws Exception {
        InstallListener interrupting = new InstallListener() {
            @Override
            public void reading(String coordinates, long bytes, long total) {
                Thread.currentThread().interrupt();
            }
        };

        assertThatThrownBy(() -> installer(giving(tarball), LONG).install(List.of(WHOLE), interrupting))
                .isInstanceOf(InterruptedException.class);

        assertThat(installed()).isEmpty();
    }

    @Test
    void leftovers_of_a_killed_process_are_removed() throws Exception {
        Files.createDirectories(models.resolve(".install-123"));
        Files.write(models.resolve(".install-123").resolve("whole.onnx.part"), TINY);

        install(giving(tarball), WHOLE);

        assertThat(installed()).containsExactly("whole.onnx");
    }

    @Test
    void a_folder_that_cannot_be_made_is_an_error_with_the_way_by_hand() throws Exception {
        Files.writeString(models, "a file in the place of the folder");
        FakeNpm npm = giving(tarball);

        assertThatThrownBy(() -> install(npm, WHOLE)).isInstanceOf(UserException.class)
                .hasMessageContainingAll(models + " cannot be written", WHOLE.sha256().orElseThrow());
        assertThat(npm.calls()).isEmpty();
    }

    @Test
    void a_file_that_users_bring_is_asked_for_before_anything_is_fetched() throws Exception {
        FakeNpm npm = giving(tarball);

        assertThatThrownBy(() -> install(npm, WHOLE, BROUGHT)).isInstanceOf(UserException.class)
                .hasMessageStartingWith("brought needs the file brought.onnx");
        assertThat(npm.calls()).isEmpty();
    }

    @Test
    void installers_of_one_process_wait_for_each_other_and_fetch_once() throws Exception {
        FakeNpm npm = doing("sleep 0.3; cp '" + tarball + "' \"$5\"/p.tgz");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> jobs = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                jobs.add(threads.submit(() -> {
                    install(npm, WHOLE, NESTED);
                    return null;
                }));
            }
            for (Future<?> job : jobs) {
                job.get();
            }
        }

        assertThat(npm.calls()).hasSize(1);
        assertThat(installed()).containsExactly("nested.onnx", "whole.onnx");
    }

    @Test
    void an_installer_waits_for_another_process() throws Exception {
        Files.createDirectories(models);
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), HoldLock.class.getName(), models.resolve(".lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = new BufferedReader(
                new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("locked");
            FakeNpm npm = giving(tarball);
            List<Integer> callsWhileWaiting = new ArrayList<>();
            InstallListener releasing = new InstallListener() {
                @Override
                public void waiting(Path busy, Duration elapsed) {
                    try {
                        callsWhileWaiting.add(npm.calls().size());
                        other.getOutputStream().close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };

            installer(npm, LONG).install(List.of(WHOLE), releasing);

            assertThat(callsWhileWaiting).isNotEmpty().containsOnly(0);
            assertThat(installed()).containsExactly("whole.onnx");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_graph_is_taken_out_of_its_package_checked_and_converted() throws Exception {
        ModelCard graph = graph("graph", SmallModels.sha256(TINY));
        List<Path> converted = new ArrayList<>();
        GraphConverter converter = (card, file, progress) -> {
            progress.accept("reading");
            assertThat(file).hasFileName("tiny.bin").hasBinaryContent(TINY);
            assertThat(file.resolve("../../../data.bin").normalize()).hasBinaryContent(DATA);
            converted.add(file);
        };
        ModelStore graphs = new ModelStore(new ModelCatalog(List.of(graph), List.of()),
                new ModelFolders(models, Optional.empty()));
        ModelInstaller installer = new ModelInstaller(graphs,
                new NpmClient(Optional.of(giving(tarball).executable()), LONG), converter);

        // Nothing is written by this converter, so that the model is missing still.
        assertThatThrownBy(() -> installer.install(List.of(graph), new InstallListener() {
        })).isInstanceOf(UserException.class).hasMessageContaining("graph is not installed");
        assertThat(converted).singleElement().satisfies(file -> assertThat(file).doesNotExist());
        assertThat(installed()).isEmpty();
    }

    @Test
    void a_graph_of_another_content_is_not_converted() throws Exception {
        assertFailsCleanly(giving(tarball), "deep/er/tiny.bin of @some/pack@1.2.3 has the sha256",
                graph("graph", SmallModels.sha256(new byte[1])));
    }

    private static ModelCard graph(String id, String sha256) {
        return SmallModels.unchecked(id,
                new Origin.NpmGraph("@some/pack", "1.2.3", List.of(new Origin.PackagedFile("deep/er/tiny.bin", sha256),
                        new Origin.PackagedFile("data.bin", SmallModels.sha256(DATA))), Map.of()));
    }
}
