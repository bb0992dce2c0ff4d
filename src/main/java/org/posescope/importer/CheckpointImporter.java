package org.posescope.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.model.Conversion;
import org.posescope.model.ImportedModel;
import org.posescope.model.ImportedModels;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelStore;
import org.posescope.model.Origin;
import org.posescope.model.Sha256;
import org.posescope.network.architecture.Blueprint;
import org.posescope.tensor.NdArray;

/**
 * Imports checkpoints into the model folder: recognises the network, converts it, compares the runtimes and remembers which is fastest
 * on this machine. A checkpoint that was imported before, told by its content, is not converted again.
 */
public final class CheckpointImporter {
    private final ModelStore store;
    private final Consumer<String> progress;
    private final ModelShelf shelf;
    private final Converter converter = new Converter();
    private final Trial trial = Trial.ofThisMachine();

    /** @param progress told what is being done, on the calling thread */
    public CheckpointImporter(ModelStore store, Consumer<String> progress) {
        this.store = store;
        this.progress = progress;
        this.shelf = new ModelShelf(store.imported(), trial, progress);
    }

    /** Whether a file holds parameters that belong to a checkpoint, rather than a checkpoint. */
    public static boolean isParameters(Path file) {
        return MeanParameters.isNamed(file);
    }

    /**
     * Imports one checkpoint.
     *
     * @param parameters files of parameters that belong to it; those that its network does not take are not looked at
     * @throws UserException when it cannot be read, is of an unknown network, does not fit it, or the model folder cannot be written
     */
    public ImportedModel run(Path checkpoint, List<Path> parameters) {
        try {
            progress.accept("reading " + checkpoint.getFileName());
            String content = digest(checkpoint, parameters);
            Optional<ImportedModel> known = store.imported().all().stream()
                    .filter(model -> isOf(model, content) && isComplete(model)).findFirst();
            return known.isPresent() ? timedHere(known.get()) : convert(checkpoint, parameters, content);
        } catch (IOException | UncheckedIOException e) {
            throw new UserException(checkpoint + " cannot be imported into " + store.folder()
                    + "; check that the file can be read and that the folder can be written and has room", e);
        }
    }

    /** Adds the timings of this machine, where the model folder came from another one. */
    private ImportedModel timedHere(ImportedModel model) throws IOException {
        if (model.timings().stream().anyMatch(timing -> timing.machine().equals(trial.machine()))) {
            return model;
        }
        Path folder = store.imported().folder(model.card().id());
        ImportedModel timed = new ImportedModel(model.card(), model.conversions(),
                Stream.concat(model.timings().stream(), shelf.timings(model, folder).stream()).toList(), model.int8());
        ImportedModels.write(timed, folder);
        return timed;
    }

    private ImportedModel convert(Path checkpoint, List<Path> parameters, String content) throws IOException {
        Map<String, NdArray> additions = new HashMap<>();
        parameters.forEach(file -> additions.putAll(MeanParameters.read(file)));
        return shelf.put(folder -> {
            Converter.Converted converted = converter.convert(checkpoint, additions, folder);
            Origin origin = new Origin.Imported(checkpoint.getFileName().toString(), content);
            return new ModelShelf.Written(card(converted.blueprint(), converted.conversions().getFirst(), origin),
                    converted.conversions());
        });
    }

    private static ModelCard card(Blueprint blueprint, Conversion first, Origin origin) {
        return new ModelCard(blueprint.id(), blueprint.title(), blueprint.task(), first.runtime(), first.file(),
                blueprint.input(), blueprint.decoder(), blueprint.skeleton(), first.precision().label(),
                blueprint.license(),
                origin, Optional.of(first.sha256()), first.bytes());
    }

    private static boolean isOf(ImportedModel model, String content) {
        return model.card().origin() instanceof Origin.Imported origin && origin.sha256().equals(content);
    }

    private boolean isComplete(ImportedModel model) {
        Path folder = store.imported().folder(model.card().id());
        return model.conversions().stream().allMatch(each -> Files.exists(folder.resolve(each.file())));
    }

    /** Of the name too, since it may tell the size of the input. */
    private static String digest(Path checkpoint, List<Path> parameters) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(checkpoint.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        for (Path file : Stream.concat(Stream.of(checkpoint), parameters.stream()).toList()) {
            digest.update(HexFormat.of().parseHex(Sha256.of(file)));
        }
        return Sha256.hex(digest);
    }
}
