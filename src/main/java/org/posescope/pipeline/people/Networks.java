package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.error.UserException;
import org.posescope.importer.recognition.Recognition;
import org.posescope.infer.Session;
import org.posescope.model.ImportedModel;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.pose.Skeleton;

/**
 * The networks of a plan and the stages that they make up. {@link NetworkFactory} makes them; the stages load them, and own what they
 * load.
 */
public sealed interface Networks permits TopDownNetworks, WholeFrameNetwork {
    /** All files, in the order of the stages. */
    List<ModelFile> files();

    /** The network that regresses bodies, if any does. */
    Optional<ModelFile> body();

    /**
     * The stages of the pipeline from the picture to people in space.
     *
     * @param body      is fitted to everybody; empty: people get no body
     * @param firstMode in which the run starts: its networks are loaded with the stages, the other mode's when it is first used
     */
    List<StageSpec> stages(Plan plan, Optional<BodyModel> body, Mode firstMode);

    /** The networks that find people and their points, as they are called for frames of a size. */
    List<NetworkCall> calls(int frameWidth, int frameHeight);

    /** The bare network of one of the files; the caller closes it. */
    Session open(ModelFile file, int threads);

    /** Whether points and bodies in space are lifted from points in the picture, because no network sees space. */
    boolean lifts();

    /** The skeletons that people may have. */
    List<Skeleton> skeletons();

    /** 0..1, the least score of a person of somebody who says none. */
    float usualThreshold();

    /** Says that a model is of another kind than its place needs. */
    static UserException unsuitable(ModelCard card, String use) {
        return new UserException(card.id() + " cannot be used " + use + ": its decoder is " + card.decoder());
    }

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
}
