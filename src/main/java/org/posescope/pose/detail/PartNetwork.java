package org.posescope.pose.detail;

import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;

/**
 * Finds the points of a hand or a face in a region. One thread uses it at a time; it owns a session until it is closed.
 *
 * @param <P> {@link org.posescope.pose.Hand} or {@link org.posescope.pose.Face}
 */
public interface PartNetwork<P> extends AutoCloseable {
    /** What is in the region; empty where the network says that none is there. */
    Optional<SeenPart<P>> estimate(Frame frame, Region region, StepListener steps);

    @Override
    void close();
}
