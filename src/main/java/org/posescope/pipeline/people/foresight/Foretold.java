package org.posescope.pipeline.people.foresight;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pipeline.Job;
import org.posescope.pose.topdown.PoseObservation;

/**
 * What a pose network saw of somebody who is followed before it was known where the frame before would have it look.
 *
 * @param who    of {@link Course#who}
 * @param region that was foretold
 */
public record Foretold(long who, Region region, PoseObservation observation) {
    private static final Job.Attachment<List<Foretold>> LOOKS = new Job.Attachment<>("looks at foretold regions");
    /** As a part of the region's size. */
    private static final double FAR = 0.06;

    public static void leave(Job job, List<Foretold> looks) {
        job.attach(LOOKS, List.copyOf(looks));
    }

    public static Optional<Foretold> of(long who, Job job) {
        return job.attached(LOOKS).stream().flatMap(List::stream).filter(each -> each.who == who).findFirst();
    }

    /** Whether no corner of the foretold region lies far from that of the other one: neither place, size nor turn differs much. */
    public boolean near(Region other) {
        return distance(other, 0, 0) < FAR && distance(other, 1, 0) < FAR && distance(other, 0, 1) < FAR
                && distance(other, 1, 1) < FAR;
    }

    private double distance(Region other, float u, float v) {
        return Math.hypot(region.frameX(u, v) - other.frameX(u, v), region.frameY(u, v) - other.frameY(u, v))
                / Math.max(Math.abs(other.width()), Math.abs(other.height()));
    }
}
