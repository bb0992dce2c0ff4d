package org.posescope.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.batch.ProgressFile;
import org.posescope.pipeline.metrics.MetricsSnapshot;

/** Tells the person at the terminal how a run goes. Any thread may use it. */
public final class RunProgress implements AutoCloseable {
    private final TerminalProgress line;
    private final PrintWriter err;
    private final boolean monitor;
    private final long totalFrames;
    private final Optional<ProgressFile> asked;
    private final MonitorLine monitorLine = new MonitorLine();
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param monitor     whether figures are shown in place of a bar
     * @param totalFrames -1 when the end is not known
     * @param asked       where another process wants to know how far it is
     */
    public RunProgress(TerminalProgress line, PrintWriter err, boolean monitor, long totalFrames,
            Optional<ProgressFile> asked) {
        this.asked = asked;
        this.line = line;
        this.err = err;
        this.monitor = monitor;
        this.totalFrames = totalFrames;
    }

    public synchronized void frame(long done) {
        asked.ifPresent(file -> file.write(done, totalFrames));
        if (!monitor) {
            line.counted("Processing", Math.min(done, totalFrames < 0 ? done : totalFrames), totalFrames,
                    ProgressUnit.FRAMES);
        }
    }

    public synchronized void measured(MetricsSnapshot snapshot) {
        if (monitor) {
            line.text(monitorLine.text(snapshot));
        }
    }

    /** Shows a sentence above the line, and keeps it for the report. */
    public synchronized void warn(String message) {
        line.clear();
        err.println("posescope: warning: " + message);
        err.flush();
        warnings.add(message);
    }

    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public synchronized void close() {
        line.close();
    }
}
