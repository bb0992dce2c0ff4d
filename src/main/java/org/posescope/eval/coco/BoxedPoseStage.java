package org.posescope.eval.coco;

import java.util.List;
import java.util.function.Function;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/** The pose of everybody in regions that are known; whoever is in one counts, however unsure the network is. */
final class BoxedPoseStage implements Stage {
    private final TopDownPose network;
    private final Function<Frame, List<Region>> regions;

    /** Takes over the network. */
    BoxedPoseStage(TopDownPose network, Function<Frame, List<Region>> regions) {
        this.network = network;
        this.regions = regions;
    }

    @Override
    public void process(Job job) {
        List<Region> usable = regions.apply(job.frame()).stream()
                .filter(region -> region.usable(job.frame().width(), job.frame().height())).toList();
        job.people(network.estimate(job.frame(), usable, job).stream().map(PoseObservation::person).toList());
    }

    @Override
    public void close() {
        network.close();
    }
}
