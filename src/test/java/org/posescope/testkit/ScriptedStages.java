package org.posescope.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.posescope.body.BodyModel;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.StageFactory;
import org.posescope.plan.Plan;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/** Stages of a test in place of those of networks. */
public record ScriptedStages(Function<Plan, List<ModelCard>> absent,
        Function<Plan, List<StageSpec>> made) implements StageFactory {
    @Override
    public List<ModelCard> missing(Plan plan) {
        return absent.apply(plan);
    }

    @Override
    public Optional<ModelCard> missingFinder(Plan plan) {
        return Optional.empty();
    }

    @Override
    public List<Skeleton> skeletons(Plan plan) {
        return List.of(Skeletons.COCO17);
    }

    @Override
    public Optional<BodyModel> body(Plan plan) {
        return Optional.empty();
    }

    @Override
    public List<StageSpec> stages(Plan plan, Mode firstMode) {
        return made.apply(plan);
    }
}
