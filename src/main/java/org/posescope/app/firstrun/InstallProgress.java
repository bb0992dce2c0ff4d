package org.posescope.app.firstrun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import org.posescope.app.work.Progress;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.install.InstallListener;

/** Says in words how far an installation is. On the installing thread. */
final class InstallProgress implements InstallListener {
    private static final double MIB = 1024.0 * 1024;

    private final Consumer<Progress> report;

    /** @param report takes what is to be shown */
    InstallProgress(Consumer<Progress> report) {
        this.report = report;
    }

    private void show(String text, double fraction) {
        report.accept(new Progress(text, fraction));
    }

    @Override
    public void waiting(Path folder, Duration elapsed) {
        show("Waiting for another installation… " + elapsed.toSeconds() + " s", Progress.UNKNOWN);
    }

    @Override
    public void fetching(String coordinates, Duration elapsed) {
        show("Fetching " + coordinates + "… " + elapsed.toSeconds() + " s", Progress.UNKNOWN);
    }

    @Override
    public void reading(String coordinates, long bytes, long total) {
        show(String.format(Locale.ROOT, "Unpacking %.1f of %.1f MB", bytes / MIB, total / MIB),
                total > 0 ? (double) bytes / total : Progress.UNKNOWN);
    }

    @Override
    public void converting(ModelCard card, String step) {
        show("Converting " + card.title() + "…", Progress.UNKNOWN);
    }

    @Override
    public void installed(ModelFile file) {
        show("Checked " + file.card().title(), 1);
    }
}
