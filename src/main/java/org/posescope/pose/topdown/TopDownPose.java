package org.posescope.pose.topdown;

import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pose.Region;

/** Estimates the pose of the one person in a region. One thread uses it at a time; it owns a session until it is closed. */
public interface TopDownPose extends AutoCloseable {
    /** The pose in the region; a low score of its person says that nobody is there. */
    PoseObservation estimate(Frame frame, Region region, StepListener steps);

    /**
     * The poses in several regions of a frame, in their order. A network for which {@link #batches} holds runs once for all of them.
     */
    default List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps) {
        return regions.stream().map(region -> estimate(frame, region, steps)).toList();
    }

    /** Whether several people in one call cost less than a call for each. */
    default boolean batches() {
        return false;
    }

    @Override
    void close();
}
