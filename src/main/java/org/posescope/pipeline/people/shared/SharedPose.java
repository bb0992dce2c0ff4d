package org.posescope.pipeline.people.shared;

import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/** A holder of copies of a pose network. */
public final class SharedPose implements TopDownPose {
    private final Copies<TopDownPose> copies;
    private final boolean batches;

    /** A holder until it is closed. */
    public SharedPose(Copies<TopDownPose> copies) {
        this.copies = copies;
        this.batches = copies.hold().batches();
    }

    @Override
    public PoseObservation estimate(Frame frame, Region region, StepListener steps) {
        return copies.with(network -> network.estimate(frame, region, steps));
    }

    @Override
    public List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps) {
        return regions.isEmpty() ? List.of() : copies.with(network -> network.estimate(frame, regions, steps));
    }

    @Override
    public boolean batches() {
        return batches;
    }

    @Override
    public void close() {
        copies.release();
    }
}
