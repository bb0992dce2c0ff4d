package org.posescope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.error.UserException;

/**
 * The model files of this machine: first the user's folder, then the one of the installation. A file is handed out only when
 * its checksum is that of its card. Any thread may use it.
 */
public final class ModelStore {
    private static final String CHECKSUMS = ".checksums.json";

    private final ModelCatalog catalog;
    private final ModelFolders folders;
    private final ChecksumCache checksums;
    private final UserCards userCards;
    private final ImportedModels imported;
    private final ImportedModels converted;

    public ModelStore(ModelCatalog catalog, ModelFolders folders) {
        this.catalog = catalog;
        this.folders = folders;
        checksums = new ChecksumCache(folders.user().resolve(CHECKSUMS));
        userCards = new UserCards(catalog);
        imported = new ImportedModels(folders.user().resolve("imported"));
        converted = new ImportedModels(folders.user().resolve("converted"));
    }

    public ModelCatalog catalog() {
        return catalog;
    }

    /** The checkpoints and graphs of packages that became models on this machine. */
    public ImportedModels imported() {
        return imported;
    }

    /** The networks that were converted on this machine to run on other engines than they are made for; by the ids of their models. */
    public ImportedModels converted() {
        return converted;
    }

    /**
     * SHA-256 of a file, read anew only when it has changed.
     *
     * @throws UserException when it cannot be read
     */
    public String sha256(Path file) {
        return read(file, checksums::sha256);
    }

    /** Every model that has a name: those of the catalog, and what was imported, which goes before the catalog's of the same id. */
    public List<ModelCard> cards() {
        Map<String, ModelCard> cards = new LinkedHashMap<>();
        catalog.cards().forEach(card -> cards.put(card.id(), card));
        imported.all().forEach(model -> cards.put(model.card().id(), model.card()));
        return List.copyOf(cards.values());
    }

    /**
     * The models that are meant by a mix of ids of models and presets, each once.
     *
     * @throws UserException when an id is neither
     */
    public List<ModelCard> expand(Collection<String> ids) {
        return ids.stream().flatMap(id -> imported.find(id).map(model -> Stream.of(model.card()))
                .orElseGet(() -> catalog.expand(List.of(id)).stream().map(card -> card(card.id())))).distinct()
                .toList();
    }

    /** The cards of all files of a model: more than one where it was imported. */
    public List<ModelCard> files(ModelCard card) {
        return imported.find(card.id()).map(model -> model.conversions().stream().map(model::card).toList())
                .orElseGet(() -> List.of(card));
    }

    /** @throws UserException when no model has that id */
    public ModelCard card(String id) {
        return imported.find(id).map(ImportedModel::card).orElseGet(() -> catalog.card(id));
    }

    /** The folder that models are installed to; need not be there yet. */
    public Path folder() {
        return folders.user();
    }

    /**
     * The file of a model, or empty when it is not on this machine.
     *
     * @throws UserException when no model has that id, or its file is not the one that is meant
     */
    public Optional<ModelFile> find(String id) {
        return find(id, RuntimeChoice.automatic());
    }

    /**
     * As {@link #find(String)}; the choice matters only for what was imported.
     *
     * @throws UserException when int8 is chosen and the model was not quantized, too
     */
    public Optional<ModelFile> find(String id, RuntimeChoice choice) {
        ModelCard card = imported.find(id).map(model -> model.card(model.choose(choice)))
                .orElseGet(() -> catalog.card(id));
        if (choice.precision() == Precision.INT8 && !card.precision().equals(Precision.INT8.label())) {
            throw ImportedModel.notQuantized(id);
        }
        return locate(card).map(path -> checked(card, path));
    }

    /**
     * The file of a model that cannot be done without.
     *
     * @throws UserException as {@link #find}, and when the file is missing: the message says how to get it
     */
    public ModelFile require(String id) {
        return require(id, RuntimeChoice.automatic());
    }

    /** As {@link #require(String)}; the choice matters only for what was imported. */
    public ModelFile require(String id, RuntimeChoice choice) {
        return find(id, choice).orElseThrow(() -> missing(card(id)));
    }

    /**
     * A model file that the user named; empty when it has no card.
     *
     * @param file a {@code .onnx}, {@code .tflite} or TorchScript {@code .pt} file with a card {@code NAME.json} beside it,
     *             or one that has the name of a file of the catalog
     * @param card to use in place of these, if any
     * @throws UserException when the file is missing or its card is wrong
     */
    public Optional<ModelFile> userFile(Path file, Optional<Path> card) {
        if (!Files.isRegularFile(file)) {
            throw new UserException("there is no model file " + file);
        }
        return userCards.cardOf(file, card).map(known -> checked(known, file));
    }

    /** What a user's file became when it was quantized, if it was and has not changed since. */
    public Optional<ImportedModel> quantized(ModelFile file) {
        return imported.find(file.card().id()).filter(model -> model.has(Precision.INT8))
                .filter(model -> model.card().origin() instanceof Origin.Imported origin
                        && origin.sha256().equals(read(file.path(), checksums::sha256)));
    }

    /** Where the file of a model lies, whatever is in it. */
    public Optional<Path> locate(ModelCard card) {
        if (card.origin() instanceof Origin.Imported || card.origin() instanceof Origin.NpmGraph) {
            return Optional.of(imported.folder(card.id()).resolve(card.file())).filter(Files::isRegularFile);
        }
        return folders.searched().stream().map(folder -> folder.resolve(card.file())).filter(Files::isRegularFile)
                .findFirst();
    }

    /** What is known without reading a file that has not changed since it was last read. */
    public ModelState state(ModelCard card) {
        return state(card, checksums::sha256);
    }

    /** What is found by reading the whole file again. */
    public ModelState verify(ModelCard card) {
        return state(card, checksums::freshSha256);
    }

    /** Says that a model is not on this machine, and how to get it. */
    public UserException missing(ModelCard card) {
        return new UserException(switch (card.origin()) {
            case Origin.NpmPackage _, Origin.NpmGraph _ ->
                card.id() + " is not installed; run `posescope models install " + card.id() + "`";
            case Origin.BringYourOwn own -> card.id() + " needs the file " + card.file() + ", which is published at "
                    + own.published() + "; put it into " + folder();
            case Origin.Checkpoint own -> card.id() + " needs the checkpoint " + own.checkpoint()
                    + ", which is published at " + own.published() + "; run `posescope models import "
                    + own.checkpoint() + "` when you have it";
            case Origin.Imported own -> card.id() + " has lost its files; import " + own.checkpoint() + " again";
            case Origin.LocalFile _ -> card.id() + " needs the file " + card.file() + "; put it into " + folder();
        });
    }

    private ModelState state(ModelCard card, Checksum checksum) {
        Optional<Path> path = locate(card);
        if (path.isEmpty()) {
            return ModelState.MISSING;
        }
        return card.sha256().isEmpty() || card.sha256().get().equals(read(path.get(), checksum))
                ? ModelState.INSTALLED
                : ModelState.DAMAGED;
    }

    private ModelFile checked(ModelCard card, Path path) {
        card.sha256().ifPresent(expected -> {
            String actual = read(path, checksums::sha256);
            if (!actual.equals(expected)) {
                throw new UserException(path + " has the sha256 " + Sha256.shortened(actual) + " and not "
                        + Sha256.shortened(expected) + ", so it is not the model that is meant; " + remedy(card));
            }
        });
        return new ModelFile(card, path);
    }

    private static String remedy(ModelCard card) {
        return switch (card.origin()) {
            case Origin.NpmPackage _, Origin.NpmGraph _ ->
                "run `posescope models install " + card.id() + "` to replace it";
            case Origin.BringYourOwn own -> "replace it with the file published at " + own.published();
            case Origin.Checkpoint own -> "import " + own.checkpoint() + " again";
            case Origin.Imported own -> "import " + own.checkpoint() + " again";
            case Origin.LocalFile _ -> "replace it, or correct 'sha256' in its card";
        };
    }

    private static String read(Path path, Checksum checksum) {
        try {
            return checksum.of(path);
        } catch (IOException e) {
            throw new UserException("the model file " + path + " cannot be read; check its permissions", e);
        }
    }

    @FunctionalInterface
    private interface Checksum {
        String of(Path path) throws IOException;
    }
}
