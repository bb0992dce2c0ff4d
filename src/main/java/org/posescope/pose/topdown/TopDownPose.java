package org.posescope.pose.topdown;

import org.posescope.frame.Frame;
import org.posescope.infer.StepListener;
import org.posescope.pose.Region;

/** Estimates the pose of the one person in a region. One thread uses it at a time; it owns a session until it is closed. */
public interface TopDownPose extends AutoCloseable {
    /** The pose in the region; a low score of its person says that nobody is there. */
    PoseObservation estimate(Frame frame, Region region, StepListener steps);

    @Override
    void close();
}
