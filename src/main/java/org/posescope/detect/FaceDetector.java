package org.posescope.detect;

import java.util.List;
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
import org.posescope.pose.detail.SquareRegion;
import org.posescope.tensor.Tensor;

/**
 * The short-range face detector (Bazarevsky et al. 2019, "BlazeFace"): finds eyes, nose, mouth and ears near where the pose has the head
 * (MediaPipe, {@code face_detection_front_detections_to_roi.pbtxt}).
 */
public final class FaceDetector implements RegionNetwork {
    /** What cards call its decoder. */
    public static final String DECODER = "blazeface";

    private static final String OFFSETS = "regressors";
    private static final String SCORES = "classificators";
    private static final int RIGHT_EYE = 0;
    private static final int LEFT_EYE = 1;
    private static final float AROUND = 2;
    private static final float UP = -0.1f;

    private final Session session;
    private final InputSpec input;
    private final Tensor pixels;
    private final ImageSampler sampler;
    private final BlazeFaceDecoder decoder;

    /** Takes over the session. */
    public FaceDetector(Session session, InputSpec input) {
        this.session = session;
        this.input = input;
        this.sampler = new ImageSampler(input);
        this.pixels = Tensor.allocate(input.shape(1));
        this.decoder = new BlazeFaceDecoder(input.width());
    }

    @Override
    public Optional<Region> refine(Frame frame, Region around, StepListener steps) {
        long start = System.nanoTime();
        sampler.sample(frame, around, Border.BLACK, pixels, 0);
        Map<String, Tensor> outputs = session.run(Map.of(input.name(), pixels));
        Optional<Region> region = decoder.decode(outputs.get(OFFSETS), outputs.get(SCORES)).stream().findFirst()
                .map(face -> region(face, around));
        steps.took("face-detect", System.nanoTime() - start);
        return region;
    }

    static Region region(ScoredBox face, Region around) {
        List<Keypoint> points = face.points().stream().map(each -> new Keypoint(around.frameX(each.x(), each.y()),
                around.frameY(each.x(), each.y()), each.score())).toList();
        float turn = SquareRegion.turnOf(points.get(RIGHT_EYE), points.get(LEFT_EYE));
        return SquareRegion.of(SquareRegion.around(points, turn), AROUND, UP);
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
