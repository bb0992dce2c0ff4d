package org.posescope.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.posescope.infer.Sessions;
import org.posescope.model.Conversion;
import org.posescope.model.ConversionTiming;
import org.posescope.model.ImportedModel;
import org.posescope.model.ImportedModels;
import org.posescope.model.ModelCard;
import org.posescope.model.PartFolder;

/**
 * Puts converted networks into the model folder: compares the runtimes that work here and remembers which is fastest. A network is there
 * as a whole or not at all.
 */
final class ModelShelf {
    private final ImportedModels models;
    private final Trial trial;
    private final Consumer<String> progress;

    /** @param progress told what is being done, on the calling thread */
    ModelShelf(ImportedModels models, Trial trial, Consumer<String> progress) {
        this.models = models;
        this.trial = trial;
        this.progress = progress;
    }

    /**
     * What a conversion gives.
     *
     * @param card of the network, whatever it says of the file
     */
    record Written(ModelCard card, List<Conversion> conversions) {}

    /** Writes the files of a network into a folder. */
    interface Conversions {
        Written writeTo(Path folder) throws IOException;
    }

    /**
     * Converts a network, in the place of one of the same id.
     *
     * @throws IOException when the model folder cannot be written
     */
    ImportedModel put(Conversions conversions) throws IOException {
        try (PartFolder part = models.newFolder()) {
            Written written = conversions.writeTo(part.path());
            List<Conversion> runnable = written.conversions.stream()
                    .filter(each -> Sessions.isAvailable(each.runtime())).toList();
            ImportedModel untimed = new ImportedModel(cardOf(written.card, runnable.getFirst()), runnable, List.of());
            ImportedModel model = new ImportedModel(untimed.card(), runnable, timings(untimed, part.path()));
            ImportedModels.write(model, part.path());
            part.moveTo(models.folder(model.card().id()));
            return model;
        }
    }

    /** How long the conversions of a model take on this machine. */
    List<ConversionTiming> timings(ImportedModel model, Path folder) {
        progress.accept("comparing the engines on " + model.card().id());
        return trial.run(model, folder);
    }

    private static ModelCard cardOf(ModelCard card, Conversion first) {
        return new ModelCard(card.id(), card.title(), card.task(), first.runtime(), first.file(), card.input(),
                card.decoder(), card.skeleton(), first.precision().label(), card.license(), card.origin(),
                Optional.of(first.sha256()), first.bytes());
    }
}
