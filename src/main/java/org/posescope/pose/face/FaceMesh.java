package org.posescope.pose.face;

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
import org.posescope.pose.Face;
import org.posescope.pose.detail.PartNetwork;
import org.posescope.pose.detail.SeenPart;
import org.posescope.tensor.Tensor;

/** A network that finds the points of a face: 468, or 478 with the irises. */
public final class FaceMesh implements PartNetwork<Face> {
    /** What cards call its decoder. */
    public static final String DECODER = "face-mesh";
    /** Of the network with attention to lips and eyes. */
    public static final String REFINED_DECODER = "face-mesh-attention";

    private static final String LANDMARKS = "conv2d_21";
    private static final String PRESENCE = "conv2d_31";

    private final Session session;
    private final InputSpec input;
    private final Tensor pixels;
    private final ImageSampler sampler;
    private final FaceDecoder decoder;

    private FaceMesh(Session session, InputSpec input, FaceDecoder decoder) {
        this.session = session;
        this.input = input;
        this.sampler = new ImageSampler(input);
        this.pixels = Tensor.allocate(input.shape(1));
        this.decoder = decoder;
    }

    /** Takes over the session of a network that finds {@link org.posescope.pose.Skeletons#FACE468}. */
    public static FaceMesh plain(Session session, InputSpec input) {
        FaceMeshDecoder mesh = new FaceMeshDecoder(input.width());
        return new FaceMesh(session, input,
                (region, outputs) -> mesh.decode(region, outputs.get(LANDMARKS), outputs.get(PRESENCE)));
    }

    /** Takes over the session of a network that finds {@link org.posescope.pose.Skeletons#FACE478}. */
    public static FaceMesh refined(Session session, InputSpec input) {
        return new FaceMesh(session, input, new RefinedFaceDecoder(input.width()));
    }

    @Override
    public Optional<SeenPart<Face>> estimate(Frame frame, Region region, StepListener steps) {
        long start = System.nanoTime();
        sampler.sample(frame, region, Border.REPLICATE, pixels, 0);
        Map<String, Tensor> outputs = session.run(Map.of(input.name(), pixels));
        Optional<Face> face = decoder.decode(region, outputs);
        steps.took("face-landmarks", System.nanoTime() - start);
        return face.map(each -> new SeenPart<>(each, each.points(), FaceRegions.ofLandmarks(each.points())));
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
