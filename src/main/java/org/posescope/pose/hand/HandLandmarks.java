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
import org.posescope.pose.Hand;
import org.posescope.pose.detail.PartNetwork;
import org.posescope.pose.detail.SeenPart;
import org.posescope.tensor.Tensor;

/** The network that finds the 21 points of a hand. */
public final class HandLandmarks implements PartNetwork<Hand> {
    /** What cards call its decoder. */
    public static final String DECODER = "hand-landmarks";

    private static final String LANDMARKS = "Identity";
    private static final String PRESENCE = "Identity_1";
    private static final String WORLD = "Identity_3";

    private final Session session;
    private final InputSpec input;
    private final Tensor pixels;
    private final ImageSampler sampler;
    private final HandLandmarkDecoder decoder;

    /** Takes over the session. */
    public HandLandmarks(Session session, InputSpec input) {
        this.session = session;
        this.input = input;
        this.sampler = new ImageSampler(input);
        this.pixels = Tensor.allocate(input.shape(1));
        this.decoder = new HandLandmarkDecoder(input.width());
    }

    @Override
    public Optional<SeenPart<Hand>> estimate(Frame frame, Region region, StepListener steps) {
        long start = System.nanoTime();
        sampler.sample(frame, region, Border.REPLICATE, pixels, 0);
        Map<String, Tensor> outputs = session.run(Map.of(input.name(), pixels));
        Optional<Hand> hand = decoder.decode(region, outputs.get(LANDMARKS), outputs.get(PRESENCE),
                outputs.get(WORLD));
        steps.took("hand-landmarks", System.nanoTime() - start);
        return hand.map(each -> new SeenPart<>(each, each.points(), HandRegions.ofLandmarks(each.points())));
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
