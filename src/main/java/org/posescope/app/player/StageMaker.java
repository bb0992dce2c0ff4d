package org.posescope.app.player;

import java.util.List;

import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.metrics.Mode;

/** Puts together the stages of a choice. */
@FunctionalInterface
public interface StageMaker {
    /**
     * @param firstMode in which the stages start
     * @throws org.posescope.error.UserException when a model is missing or does not fit
     */
    List<StageSpec> stages(PipelineChoice choice, Mode firstMode);
}
