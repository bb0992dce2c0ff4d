package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.StageModels;
import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pose.Skeleton;

/** The networks of a preset and the stages that they make up, top-down or bottom-up. Networks are loaded by the stages. */
public sealed interface PeopleModels permits StoredModels, StoredBottomUp {
    /**
     * The networks of chosen models.
     *
     * @param files finds the file of a model
     * @throws UserException when a file is missing or an option does not go with the models
     */
    static PeopleModels of(StageModels models, Function<ModelCard, ModelFile> files, NetworkOptions options) {
        requireFit(models, options);
        if (models.detector().isEmpty()) {
            return new StoredBottomUp(files.apply(models.pose()), options);
        }
        return new StoredModels(files.apply(models.detector().get()), files.apply(models.pose()),
                models.body().map(files), options.minDetection(), options.flipTest(), options.device());
    }

    /** @throws UserException when an option does not go with the models; nothing is looked for */
    static void requireFit(StageModels models, NetworkOptions options) {
        if (models.detector().isPresent() && options.inputHeight().isPresent()) {
            throw new UserException(models.pose().id() + " looks at people one by one, in pictures of a fixed size; "
                    + "leave --tsize out, or choose a preset without a detector");
        }
    }

    /** All files, in the order of the stages. */
    List<ModelFile> files();

    /** The network that regresses bodies, if any does. */
    Optional<ModelFile> body();

    /** The stages of the pipeline from the picture to people in space. */
    List<StageSpec> stages(PeopleOptions options, Threads threads, Mode firstMode);

    /** The networks that find people and their points, as they are called for frames of a size. */
    List<NetworkCall> calls(int frameWidth, int frameHeight);

    /** The bare network of one of the files; the caller closes it. */
    Session open(ModelFile file, int threads);

    /** The skeletons that people may have. */
    List<Skeleton> skeletons();

    /** 0..1, the least score of a person of somebody who says none. */
    float usualThreshold();

    /** Says that a model is of another kind than its place needs. */
    static UserException unsuitable(ModelCard card, String use) {
        return new UserException(card.id() + " cannot be used " + use + ": its decoder is " + card.decoder());
    }
}
