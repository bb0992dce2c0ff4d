package org.posescope.pose.blazepose;

import java.util.Map;
import java.util.Set;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;
import org.posescope.tensor.Tensor;

/** A BlazePose landmark network (lite, full or heavy). */
public final class BlazePose implements TopDownPose {
    /** What cards call the decoder of these networks. */
    public static final String DECODER = "blazepose-landmarks";

    /** The segmentation of the person, which nothing here needs. */
    private static final Set<String> UNREAD_OUTPUTS = Set.of("Identity_2");

    private static final String LANDMARKS = "Identity";
    private static final String PRESENCE = "Identity_1";
    private static final String HEATMAPS = "Identity_3";
    private static final String WORLD = "Identity_4";

    private final Session session;
    private final InputSpec input;
    private final Tensor pixels;
    private final ImageSampler sampler;
    private final BlazePoseLandmarkDecoder decoder;

    /** Takes over the session. */
    public BlazePose(Session session, InputSpec input) {
        this.session = session;
        this.input = input;
        this.sampler = new ImageSampler(input);
        this.pixels = Tensor.allocate(input.shape(1));
        this.decoder = new BlazePoseLandmarkDecoder(input.width());
    }

    /** Names of a network's outputs that nothing here reads; none where it is not one of these networks. */
    public static Set<String> unreadOutputs(ModelCard card) {
        return card.decoder().equals(DECODER) ? UNREAD_OUTPUTS : Set.of();
    }

    @Override
    public PoseObservation estimate(Frame frame, Region region, StepListener steps) {
        long start = System.nanoTime();
        sampler.sample(frame, region, Border.BLACK, pixels, 0);
        long cropped = System.nanoTime();
        Map<String, Tensor> outputs = session.run(Map.of(input.name(), pixels));
        long inferred = System.nanoTime();
        PoseObservation observation = decoder.decode(region, outputs.get(LANDMARKS), outputs.get(PRESENCE),
                outputs.get(HEATMAPS), outputs.get(WORLD));
        steps.took("crop", cropped - start);
        steps.took("infer", inferred - cropped);
        steps.took("decode", System.nanoTime() - inferred);
        return observation;
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
