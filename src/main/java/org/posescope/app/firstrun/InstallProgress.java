package org.posescope.app.firstrun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.install.InstallListener;

/** Says in words how far an installation is. On the installing thread. */
final class InstallProgress implements InstallListener {
    private static final double MIB = 1024.0 * 1024;

    private final Report report;

    /** Takes what is to be shown. */
    @FunctionalInterface
    interface Report {
        /** @param fraction 0..1, or {@link InstallModel#UNKNOWN} */
        void show(String text, double fraction);
    }

    InstallProgress(Report report) {
        this.report = report;
    }

    @Override
    public void waiting(Path folder, Duration elapsed) {
        report.show("Waiting for another installation… " + elapsed.toSeconds() + " s", InstallModel.UNKNOWN);
    }

    @Override
    public void fetching(String coordinates, Duration elapsed) {
        report.show("Fetching " + coordinates + "… " + elapsed.toSeconds() + " s", InstallModel.UNKNOWN);
    }

    @Override
    public void reading(String coordinates, long bytes, long total) {
        report.show(String.format(Locale.ROOT, "Unpacking %.1f of %.1f MB", bytes / MIB, total / MIB),
                total > 0 ? (double) bytes / total : InstallModel.UNKNOWN);
    }

    @Override
    public void converting(ModelCard card, String step) {
        report.show("Converting " + card.title() + "…", InstallModel.UNKNOWN);
    }

    @Override
    public void installed(ModelFile file) {
        report.show("Checked " + file.card().title(), 1);
    }
}
