package org.posescope.pose.detail;

import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;

/** Tells where exactly a hand or a face is. One thread uses it at a time; it owns a session until it is closed. */
public interface RegionNetwork extends AutoCloseable {
    /**
     * The region of the hand or face, turned upright, as the network for its points wants to see it; empty where none is seen.
     *
     * @param around where the pose has it, roughly
     */
    Optional<Region> refine(Frame frame, Region around, StepListener steps);

    @Override
    void close();
}
