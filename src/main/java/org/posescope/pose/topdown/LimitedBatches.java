package org.posescope.pose.topdown;

import java.util.ArrayList;
import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pose.Region;

/** A pose network that is called for no more than so many people at once, so that a crowd needs no more memory than that. */
public final class LimitedBatches implements TopDownPose {
    private final TopDownPose network;
    private final int most;

    /**
     * Takes over the network.
     *
     * @param most people of one call
     */
    public LimitedBatches(TopDownPose network, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a batch of " + most);
        }
        this.network = network;
        this.most = most;
    }

    @Override
    public PoseObservation estimate(Frame frame, Region region, StepListener steps) {
        return network.estimate(frame, region, steps);
    }

    @Override
    public List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps) {
        List<PoseObservation> all = new ArrayList<>();
        for (int from = 0; from < regions.size(); from += most) {
            all.addAll(network.estimate(frame, regions.subList(from, Math.min(from + most, regions.size())), steps));
        }
        return all;
    }

    @Override
    public boolean batches() {
        return network.batches();
    }

    @Override
    public void close() {
        network.close();
    }
}
