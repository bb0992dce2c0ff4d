package org.posescope.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private final StringWriter terminal = new StringWriter();
    private long now;

    private TerminalProgress progress() {
        return new TerminalProgress(Optional.of(new PrintWriter(terminal)), () -> now);
    }

    private void passMillis(int millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0| 100| FRAMES| 0| x [------------------------] 0% 0/100, 0.0 fps",
        "25| 100| FRAMES| 2000| x [######------------------] 25% 25/100, 12.5 fps, 0:06 left",
        "100| 100| FRAMES| 2000| x [########################] 100% 100/100, 50.0 fps, 0:00 left",
        "3| 100| FRAMES| 120000| x [------------------------] 3% 3/100, 0.0 fps, 1:04:40 left",
        "500000| 40000000| BYTES| 1000| x [------------------------] 1% 500.0 kB/40.0 MB, 500.0 kB/s, 1:19 left",
        "120| -1| FRAMES| 4000| x 120, 30.0 fps, 0:04"})
    void a_counted_job_shows_share_pace_and_remaining_time(long done, long total, ProgressUnit unit, int millis,
            String expected) {
        assertThat(ProgressLine.counted("x", done, total, unit, Duration.ofMillis(millis))).isEqualTo(expected);
    }

    @Test
    void a_line_is_written_over_and_taken_away_at_the_end() {
        try (TerminalProgress progress = progress()) {
            progress.timed("a long name");
            progress.timed("short");
        }

        assertThat(terminal.toString())
                .isEqualTo("\ra long name 0:00" + "\rshort 0:00" + " ".repeat(6) + "\r" + " ".repeat(10) + "\r");
    }

    @Test
    void a_terminal_is_written_to_ten_times_a_second_at_most() {
        TerminalProgress progress = progress();
        for (int frame = 0; frame < 1000; frame++) {
            progress.counted("x", frame, 1000, ProgressUnit.FRAMES);
            passMillis(1);
        }

        assertThat(terminal.toString().chars().filter(character -> character == '\r')).hasSize(10);
    }

    @Test
    void pace_counts_from_the_start_of_the_job_that_is_shown() {
        TerminalProgress progress = progress();
        progress.timed("first");
        passMillis(10_000);
        progress.counted("second", 0, 100, ProgressUnit.FRAMES);
        passMillis(1_000);
        progress.counted("second", 20, 100, ProgressUnit.FRAMES);

        assertThat(terminal.toString()).endsWith("20/100, 20.0 fps, 0:04 left");
    }

    @Test
    void nothing_is_written_where_there_is_no_terminal() {
        try (TerminalProgress progress = new TerminalProgress(Optional.empty(), () -> now)) {
            progress.counted("x", 1, 2, ProgressUnit.FRAMES);
            progress.clear();
        }

        assertThat(terminal.toString()).isEmpty();
    }
}
