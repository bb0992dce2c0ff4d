package org.posescope.app.analysis;

import java.util.List;
import java.util.function.LongConsumer;

import org.posescope.frame.SourceInfo;
import org.posescope.plan.Plan;

/** Looks at every frame of a clip and keeps what it finds. */
@FunctionalInterface
public interface AnalysisWork {
    /**
     * Does it and gives what the user should know of it, one sentence each.
     *
     * @param frames told how many frames were looked at so far, on any thread
     * @throws org.posescope.error.UserException when that cannot be done
     * @throws InterruptedException              when it was cancelled; what was found by then stays kept
     */
    List<String> run(SourceInfo source, Plan plan, LongConsumer frames) throws InterruptedException;
}
