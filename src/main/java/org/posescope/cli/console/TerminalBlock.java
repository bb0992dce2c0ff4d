package org.posescope.cli.console;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * Some lines of a terminal that are written over again and again while a job runs, and taken away at its end. Where the output goes to a file
 * or a pipe, nothing is written at all. Not for use by two threads at once.
 */
public final class TerminalBlock implements AutoCloseable {
    /** Lines as wide as a terminal wrap on some of them. */
    private static final int WIDTH = 79;
    private static final String ERASE_LINE = "\033[K";
    private static final String ERASE_BELOW = "\033[J";

    private final Optional<PrintWriter> terminal;
    private int shown;

    /** @param terminal to write to, or empty for silence */
    public TerminalBlock(Optional<PrintWriter> terminal) {
        this.terminal = terminal;
    }

    /** On the terminal that this process was started from, if its input and output are one. */
    public static TerminalBlock onConsole() {
        return new TerminalBlock(
                Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Console::writer));
    }

    /** Writes these lines in place of those that were shown before. */
    public void show(List<String> lines) {
        terminal.ifPresent(out -> {
            out.print(up());
            lines.forEach(
                    line -> out.print(line.substring(0, Math.min(line.length(), WIDTH)) + ERASE_LINE + "\r\n"));
            out.print(ERASE_BELOW);
            out.flush();
            shown = lines.size();
        });
    }

    /** Takes the lines away, so that other text can be written; the next call writes them again. */
    public void clear() {
        if (shown > 0) {
            terminal.ifPresent(out -> out.print(up() + ERASE_BELOW));
            terminal.ifPresent(PrintWriter::flush);
            shown = 0;
        }
    }

    private String up() {
        return shown > 0 ? "\r\033[" + shown + "A" : "";
    }

    @Override
    public void close() {
        clear();
    }
}
