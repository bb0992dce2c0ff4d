package org.posescope.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.body.BodyModel;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Networks;
import org.posescope.plan.Plan;

/**
 * What to measure.
 *
 * @param source      opens the clip anew for each loop; it ends after the frames of one repetition
 * @param warmUp      opens it for the frames that are not counted
 * @param repetitions of every loop, in turn
 * @param body        is fitted to everybody; empty: people get no body
 * @param video       where the annotated video goes, if drawing and recording are to be part of the pipeline
 */
public record BenchPlan(Supplier<FrameSource> source, Supplier<FrameSource> warmUp, int repetitions, List<Mode> modes,
        Networks networks, Plan plan, Optional<BodyModel> body, Optional<Path> video) {
    public BenchPlan {
        modes = List.copyOf(modes);
        if (repetitions < 1 || modes.isEmpty()) {
            throw new IllegalArgumentException("nothing to measure");
        }
    }
}
