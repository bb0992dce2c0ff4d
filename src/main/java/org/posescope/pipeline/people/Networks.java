package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pipeline.StageSpec;
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
}
