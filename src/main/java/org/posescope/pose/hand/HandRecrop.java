package org.posescope.pose.hand;

import java.util.Map;
import java.util.Optional;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Keypoint;
import org.posescope.pose.detail.RegionNetwork;
import org.posescope.tensor.Tensor;

/** The network that tells where a hand is, near where the pose has it: two points in input pixels. */
public final class HandRecrop implements RegionNetwork {
    /** What cards call its decoder. */
    public static final String DECODER = "hand-recrop";

    private static final String POINTS = "output_crop";

    private final Session session;
    private final InputSpec input;
    private final Tensor pixels;
    private final ImageSampler sampler;

    /** Takes over the session. */
    public HandRecrop(Session session, InputSpec input) {
        this.session = session;
        this.input = input;
        this.sampler = new ImageSampler(input);
        this.pixels = Tensor.allocate(input.shape(1));
    }

    @Override
    public Optional<Region> refine(Frame frame, Region around, StepListener steps) {
        long start = System.nanoTime();
        sampler.sample(frame, around, Border.REPLICATE, pixels, 0);
        Region region = decode(around, session.run(Map.of(input.name(), pixels)).get(POINTS), input.width());
        steps.took("hand-recrop", System.nanoTime() - start);
        return Optional.of(region);
    }

    /** @param points 2 x (x, y) in input pixels: the middle of the hand's region, and its lower edge */
    static Region decode(Region around, Tensor points, int inputSize) {
        return HandRegions.ofRecrop(point(around, points, 0, inputSize), point(around, points, 1, inputSize));
    }

    private static Keypoint point(Region around, Tensor points, int index, int inputSize) {
        float u = points.get(2 * index) / inputSize;
        float v = points.get(2 * index + 1) / inputSize;
        return new Keypoint(around.frameX(u, v), around.frameY(u, v), 1);
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
