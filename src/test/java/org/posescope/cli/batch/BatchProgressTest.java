package org.posescope.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.batch.Clip;
import org.posescope.batch.ManifestEntry;
import org.posescope.batch.VideoFigures;
import org.posescope.cli.console.TerminalBlock;

class BatchProgressTest {
    private static final Clip WALK = new Clip("walk", Path.of("walk.mp4"));
    private static final Clip RUN = new Clip("run", Path.of("run.mp4"));

    private final StringWriter lines = new StringWriter();
    private final StringWriter screen = new StringWriter();
    private long now;

    private BatchProgress progress(boolean terminal, int total, int jobs) {
        return new BatchProgress(new PrintWriter(lines), new TerminalBlock(
                terminal ? Optional.of(new PrintWriter(screen)) : Optional.empty()), () -> now, total, jobs);
    }

    private void passes(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    /** What is on the screen in the end: what was written since the last time that the cursor went up. */
    private List<String> table() {
        String all = screen.toString();
        return all.substring(all.lastIndexOf('\r', all.lastIndexOf("A")) + 1).replaceFirst("^\033\\[\\d+A", "")
                .replace("\033[K", "").replace("\033[J", "").lines().toList();
    }

    private static ManifestEntry ended(String name, String error, double seconds) {
        return new ManifestEntry(name, name + ".mp4", "", List.of(), "1",
                error.isEmpty() ? ManifestEntry.State.DONE : ManifestEntry.State.FAILED, error, seconds,
                new VideoFigures(100, 0, 10, List.of()), List.of());
    }

    @Test
    void a_terminal_shows_what_runs_how_fast_and_how_long_still() {
        BatchProgress progress = progress(true, 6, 2);
        progress.begins(WALK);
        progress.begins(RUN);
        passes(5);
        progress.frames(WALK, 10, 110);
        progress.frames(RUN, 1, -1);
        passes(5);
        progress.frames(WALK, 60, 110);
        progress.frames(RUN, 41, -1);

        // Walk takes 15 s, 5 of them still; five others as long, two at a time.
        assertThat(table()).containsExactly("0 of 6 done, about 40 s left",
                "running  frames  fps   left",
                "walk     60/110  10.0  5 s",
                "run      41      8.0   -");
        assertThat(lines.toString()).isEmpty();
    }

    @Test
    void what_ended_is_told_above_and_counted() {
        BatchProgress progress = progress(true, 4, 1);
        progress.known(ended("old", "", 3));
        progress.begins(WALK);
        progress.ended(ended("walk", "", 100));
        progress.begins(RUN);
        progress.ended(ended("run", "it is damaged", 20));

        assertThat(lines.toString().lines()).containsExactly("[2/4] walk  100.0 s  100 frames, 10.0 fps",
                "[3/4] run  20.0 s  failed: it is damaged");
        assertThat(table()).containsExactly("2 of 4 done, 1 failed, about 1 min left");
        progress.summary();
        assertThat(lines.toString().lines()).endsWith("3 of 4 done, 1 of them before; 1 failed:",
                "  run: it is damaged");
        assertThat(screen.toString()).endsWith("\r\033[1A\033[J");
    }

    @Test
    void lines_are_written_over_and_those_that_are_gone_erased() {
        StringWriter terminal = new StringWriter();
        TerminalBlock block = new TerminalBlock(Optional.of(new PrintWriter(terminal)));
        block.show(List.of("a", "b"));
        block.show(List.of("c"));
        block.close();

        assertThat(terminal.toString()).isEqualTo("a\033[K\r\nb\033[K\r\n\033[J" + "\r\033[2Ac\033[K\r\n\033[J"
                + "\r\033[1A\033[J");
    }

    @Test
    void a_pipe_gets_plain_lines_alone() {
        BatchProgress progress = progress(false, 1, 1);
        progress.begins(WALK);
        progress.frames(WALK, 1, 2);
        progress.ended(ended("walk", "", 1));
        progress.close();

        assertThat(lines.toString()).isEqualTo("[1/1] walk  1.0 s  100 frames, 10.0 fps" + System.lineSeparator());
        assertThat(screen.toString()).isEmpty();
    }
}
