package org.posescope.cli.console;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One line of a terminal that is written over again and again while a job runs, and taken away at its end. Where the output
 * goes to a file or a pipe, nothing is written at all. Not for use by two threads at once.
 */
public final class TerminalProgress implements AutoCloseable {
    private static final long PERIOD_NANOS = 100_000_000;
    /** Lines as wide as a terminal wrap on some of them. */
    private static final int WIDTH = 79;

    private final Optional<PrintWriter> terminal;
    private final LongSupplier nanoTime;
    private String job = "";
    private long start;
    private long lastWrite;
    private int shown;

    /**
     * @param terminal to write to, or empty for silence
     * @param nanoTime a clock, as {@link System#nanoTime}
     */
    TerminalProgress(Optional<PrintWriter> terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    /** On the terminal that this process was started from, if its input and output are one. */
    public static TerminalProgress onConsole() {
        return new TerminalProgress(
                Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Console::writer),
                System::nanoTime);
    }

    /**
     * Shows how far a counted job is. Pace and remaining time count from the first call with this label.
     *
     * @param total at least 1, or -1 when the end is not known
     */
    public void counted(String label, long done, long total, ProgressUnit unit) {
        if (isDue(label)) {
            write(ProgressLine.counted(label, done, total, unit, elapsed()));
        }
    }

    /** Shows that a job runs of which nothing else is known. */
    public void timed(String label) {
        if (isDue(label)) {
            write(ProgressLine.timed(label, elapsed()));
        }
    }

    /** Shows a text as it is. */
    public void text(String line) {
        write(line);
    }

    /** Takes the line away, so that other text can be written; the next call writes it again. */
    public void clear() {
        if (shown > 0) {
            terminal.ifPresent(out -> out.print("\r" + " ".repeat(shown) + "\r"));
            terminal.ifPresent(PrintWriter::flush);
            shown = 0;
        }
    }

    @Override
    public void close() {
        clear();
    }

    private boolean isDue(String label) {
        long now = nanoTime.getAsLong();
        boolean another = !label.equals(job);
        if (another) {
            job = label;
            start = now;
        }
        boolean due = terminal.isPresent() && (another || now - lastWrite >= PERIOD_NANOS);
        if (due) {
            lastWrite = now;
        }
        return due;
    }

    private Duration elapsed() {
        return Duration.ofNanos(lastWrite - start);
    }

    private void write(String text) {
        String line = text.substring(0, Math.min(text.length(), WIDTH));
        terminal.ifPresent(out -> out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length()))));
        terminal.ifPresent(PrintWriter::flush);
        shown = line.length();
    }
}
