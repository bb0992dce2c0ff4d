package org.posescope.pipeline.people.crew;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.Job;

/**
 * A frame that looks are made at.
 *
 * @param sequence position among those admitted
 * @param frame    as in {@link Job#frame}
 * @param steps    are told how long they take
 */
record InFlight(long sequence, Frame frame, StepListener steps) {
    static InFlight of(Job job) {
        return new InFlight(job.sequence(), job.frame(), job);
    }
}
