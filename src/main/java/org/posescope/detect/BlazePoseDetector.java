package org.posescope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Letterbox;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Alignment;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/** The person detector of BlazePose: finds the middle of the hips and a circle around the body. */
public final class BlazePoseDetector implements PersonDetector {
    private static final String OFFSETS = "Identity";
    private static final String SCORES = "Identity_1";
    private static final int HIP_CENTER = 0;
    private static final int CIRCLE_POINT = 1;

    private final Session session;
    private final InputSpec input;
    private final Tensor pixels;
    private final ImageSampler sampler;
    private final BlazePoseDetectionDecoder decoder;

    /** Takes over the session; detections below {@code minScore} are left out. */
    public BlazePoseDetector(Session session, InputSpec input, float minScore) {
        this.session = session;
        this.input = input;
        this.sampler = new ImageSampler(input);
        this.pixels = Tensor.allocate(input.shape(1));
        this.decoder = new BlazePoseDetectionDecoder(input.width(), minScore);
    }

    @Override
    public List<Detection> detect(Frame frame, StepListener steps) {
        long start = System.nanoTime();
        Region view = Letterbox.CENTERED.region(frame.width(), frame.height(), input);
        sampler.sample(frame, view, Border.BLACK, pixels, 0);
        Map<String, Tensor> outputs = session.run(Map.of(input.name(), pixels));
        List<Detection> people = new ArrayList<>();
        for (ScoredBox box : decoder.decode(outputs.get(OFFSETS), outputs.get(SCORES))) {
            Keypoint hips = box.points().get(HIP_CENTER);
            Keypoint circle = box.points().get(CIRCLE_POINT);
            people.add(new Detection(Alignment.region(view.frameX(hips.x(), hips.y()), view.frameY(hips.x(), hips.y()),
                    view.frameX(circle.x(), circle.y()), view.frameY(circle.x(), circle.y())), box.score()));
        }
        steps.took("detect", System.nanoTime() - start);
        return people;
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
