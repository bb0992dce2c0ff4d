package org.posescope.pipeline.people;

import java.util.Optional;

import org.posescope.importer.recognition.Recognition;
import org.posescope.model.ImportedModel;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;

/**
 * A model for a place in the pipeline: one that has an id, or a file of the user's.
 *
 * @param file        of the user's
 * @param recognition of a file without a card
 */
public record NamedModel(ModelCard card, Optional<ModelFile> file, Optional<Recognition> recognition) {
    /** One with a card. */
    NamedModel(ModelCard card, Optional<ModelFile> file) {
        this(card, file, Optional.empty());
    }

    /**
     * What to run. Where int8 is wanted and there is none of this model, it is the model in its own precision.
     *
     * @throws org.posescope.error.UserException when there is no file, or none for this runtime
     */
    ModelFile file(ModelStore store, RuntimeChoice runtime) {
        if (runtime.precision() != Precision.INT8) {
            return file.orElseGet(() -> store.require(card.id(), runtime));
        }
        return quantized(store).map(model -> store.require(model.card().id(), runtime)).orElseGet(
                () -> file(store, RuntimeChoice.of(runtime.runtime(), Precision.FP32)));
    }

    /** What was made of it for int8. */
    Optional<ImportedModel> quantized(ModelStore store) {
        return file.isPresent()
                ? store.quantized(file.get())
                : store.imported().find(card.id()).filter(model -> model.has(Precision.INT8));
    }

    /** As the user named it. */
    String name() {
        return file.map(named -> named.path().toString()).orElse(card.id());
    }
}
