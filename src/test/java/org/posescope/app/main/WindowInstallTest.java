package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.model.install.NpmClient;
import org.posescope.plan.Plan;
import org.posescope.testkit.FakeNpm;
import org.posescope.testkit.Fx;
import org.posescope.testkit.Plans;
import org.testfx.api.FxRobot;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

/** Models that are fetched from the window, by an npm that never comes to an end. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class WindowInstallTest {
    private static final Plan WANTED = Plans.of("live", "blazepose-heavy", "");

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;
    private FakeNpm npm;

    @BeforeEach
    void an_npm_that_waits_for_another_program() throws IOException {
        Path pids = folder.resolve("pids");
        npm = new FakeNpm(folder.resolve("bin"),
                "sleep 600 &\necho $! >>'" + pids + "'\necho $$ >>'" + pids + "'\nwait");
    }

    private WindowRig fetching() throws Exception {
        WindowRig rig = new WindowRig(folder,
                new NpmClient(Optional.of(npm.executable()), Duration.ofMinutes(5))).show("2000");
        Fx.await("it plays", () -> rig.seconds() > 0);
        fetch(rig, 1);
        return rig;
    }

    private void fetch(WindowRig rig, int time) throws Exception {
        Fx.run(() -> rig.model().choose(WANTED));
        Fx.await("the page", () -> rig.seen("#install"));
        Button start = rig.find("#install-start", Button.class);
        Fx.run(start::fire);
        Fx.await("npm runs", () -> pids().size() == 2 * time);
    }

    private List<Long> pids() {
        Path file = folder.resolve("pids");
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().map(Long::valueOf).toList() : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Long> running() {
        return pids().stream().filter(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()).toList();
    }

    private List<String> models() throws IOException {
        try (var files = Files.list(folder.resolve("models"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void escape_ends_npm_and_the_page_begins_afresh_when_it_is_opened_again() throws Exception {
        try (WindowRig rig = fetching()) {
            List<Long> first = running();
            assertThat(first).hasSize(2);

            robot.type(KeyCode.ESCAPE);

            Fx.await("no page", () -> !rig.seen("#install"));
            Fx.await("no npm", () -> running().isEmpty());
            assertThat(Fx.call(() -> rig.text("#banner-text"))).startsWith("The installation was cancelled");
            fetch(rig, 2);
            assertThat(running()).hasSize(2).doesNotContainAnyElementsOf(first);
            assertThat(Fx.call(() -> rig.model().settings().get().plan())).isEqualTo(Plan.DEFAULT);
        }
        assertThat(models()).containsExactly(".lock");
    }

    @Test
    void a_dropped_video_plays_behind_the_page_and_npm_goes_on() throws Exception {
        try (WindowRig rig = fetching()) {
            rig.drop("1000");
            Fx.await("the other video", () -> rig.model().source().get().orElseThrow().frameCount() == 1000);

            assertThat(Fx.call(() -> rig.seen("#install"))).isTrue();
            assertThat(running()).hasSize(2);
        }
    }

    @Test
    void closing_the_window_leaves_no_npm_behind() throws Exception {
        try (WindowRig _ = fetching()) {
            assertThat(running()).hasSize(2);
        }

        assertThat(running()).isEmpty();
        assertThat(models()).containsExactly(".lock");
    }

    @Test
    void the_end_of_the_program_leaves_no_npm_behind() throws Exception {
        try (WindowRig rig = fetching()) {
            rig.end();

            assertThat(running()).isEmpty();
        }
    }
}
