package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.pose.Skeleton;

/** Puts together the stages of a plan. Any thread may use it. */
public interface StageFactory {
    /**
     * Models of a plan that are not on this machine, or not as they should be. Reads files that were not read before.
     *
     * @throws org.posescope.error.UserException when the plan names a preset or model that does not exist, or models that do not go
     *                                           together
     */
    List<ModelCard> missing(Plan plan);

    /**
     * The model that would find small people and many, where the plan wants one and it is not on this machine; the stages go without it.
     *
     * @throws org.posescope.error.UserException as {@link #missing}
     */
    Optional<ModelCard> missingFinder(Plan plan);

    /**
     * The skeletons that people may have. Reads no file.
     *
     * @throws org.posescope.error.UserException as {@link #missing}
     */
    List<Skeleton> skeletons(Plan plan);

    /**
     * The body whose parameters people have by these stages; empty where they get none.
     *
     * @throws org.posescope.error.UserException when its file cannot be read
     */
    Optional<BodyModel> body(Plan plan);

    /**
     * The stages from the picture to people in space. Networks are loaded by the stages.
     *
     * @param firstMode in which the stages start
     * @throws org.posescope.error.UserException when a model is missing or an option does not go with the others
     */
    List<StageSpec> stages(Plan plan, Mode firstMode);
}
