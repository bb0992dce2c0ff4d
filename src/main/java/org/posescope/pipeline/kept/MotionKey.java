package org.posescope.pipeline.kept;

import org.posescope.pipeline.people.StageFactory;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Machine;

/**
 * What decides what is found in a frame.
 *
 * @param plan       without what only decides how fast
 * @param withFinder whether the model that finds small people and many is there, if the plan wants one
 */
public record MotionKey(Plan plan, boolean withFinder) {
    public MotionKey {
        plan = plan.withMachine(Machine.DEFAULT);
    }

    /** Of a plan on this machine as it is now. */
    public static MotionKey of(Plan plan, StageFactory stages) {
        return new MotionKey(plan, stages.missingFinder(plan).isEmpty());
    }
}
