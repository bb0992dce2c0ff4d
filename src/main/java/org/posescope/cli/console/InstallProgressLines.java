package org.posescope.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.install.InstallListener;

/** Shows an installation on the terminal, and says of each model when it is in place. */
public final class InstallProgressLines implements InstallListener, AutoCloseable {
    private final PrintWriter out;
    private final TerminalProgress progress;

    public InstallProgressLines(PrintWriter out, TerminalProgress progress) {
        this.out = out;
        this.progress = progress;
    }

    @Override
    public void waiting(Path folder, Duration elapsed) {
        progress.timed("Waiting for another installation");
    }

    @Override
    public void fetching(String coordinates, Duration elapsed) {
        progress.timed("Fetching " + coordinates);
    }

    @Override
    public void reading(String coordinates, long bytes, long total) {
        progress.counted("Unpacking", bytes, total, ProgressUnit.BYTES);
    }

    @Override
    public void converting(ModelCard card, String step) {
        progress.timed("Converting " + card.id() + ": " + step);
    }

    @Override
    public void installed(ModelFile file) {
        progress.clear();
        out.println("Installed " + file.card().id() + ": " + file.path());
        out.flush();
    }

    @Override
    public void close() {
        progress.close();
    }
}
