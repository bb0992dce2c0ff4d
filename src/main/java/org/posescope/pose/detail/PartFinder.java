package org.posescope.pose.detail;

import java.util.Optional;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;

/**
 * Finds a hand or a face near where the pose has it, as MediaPipe's {@code hand_landmarks_from_pose_cpu.pbtxt} and
 * {@code face_landmarks_from_pose_cpu.pbtxt} do: one network tells where it is; the other one finds its points there, or, for a steady
 * picture, in the region that the frame before gave, as long as both agree.
 */
public final class PartFinder<P> implements AutoCloseable {
    private final RegionNetwork regions;
    private final PartNetwork<P> network;
    private final FollowRule rule;

    /** Takes over the networks. */
    public PartFinder(RegionNetwork regions, PartNetwork<P> network, FollowRule rule) {
        this.regions = regions;
        this.network = network;
        this.rule = rule;
    }

    /**
     * The hand or face, if one is seen.
     *
     * @param around where the pose has it
     * @param before the same one in the frame before, if it was seen there
     */
    public Optional<SeenPart<P>> find(Frame frame, Region around, Optional<SeenPart<P>> before, StepListener steps) {
        return regions.refine(frame, around, steps).flatMap(refined -> {
            Region region = before.filter(each -> rule.agree(each, refined)).map(SeenPart::nextRegion).orElse(refined);
            return network.estimate(frame, region, steps);
        });
    }

    @Override
    public void close() {
        Cleanup.all(regions::close, network::close);
    }
}
