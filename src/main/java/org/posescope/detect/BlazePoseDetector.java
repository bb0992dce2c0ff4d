package org.posescope.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/** The person detector of BlazePose: finds the middle of the hips and a circle around the body. */
public final class BlazePoseDetector implements PersonDetector {
    private static final String OFFSETS = "Identity";
    private static final String SCORES = "Identity_1";
    private static final int HIP_CENTER = 0;
    private static final int CIRCLE_POINT = 1;

    /** So many times the longer side of a box are seen to tell how the body in it lies. */
    private static final float AROUND = 1.3f;
    /** That somebody is there is known. */
    private static final float LEAST_ALIGNED = 0.3f;

    private final Session session;
    private final InputSpec input;
    private final float minScore;
    private final Tensor pixels;
    private final ImageSampler sampler;
    private final BlazePoseDetectionDecoder decoder;

    /** Takes over the session; detections below {@code minScore} are left out. */
    public BlazePoseDetector(Session session, InputSpec input, float minScore) {
        this.session = session;
        this.input = input;
        this.minScore = minScore;
        this.sampler = new ImageSampler(input);
        this.pixels = Tensor.allocate(input.shape(1));
        this.decoder = new BlazePoseDetectionDecoder(input.width());
    }

    @Override
    public List<Detection> detect(Frame frame, StepListener steps) {
        return look(frame, Letterbox.CENTERED.region(frame.width(), frame.height(), input), minScore, steps).toList();
    }

    @Override
    public Optional<Detection> align(Frame frame, Detection found, StepListener steps) {
        Box box = found.box().orElseThrow();
        float side = AROUND * Math.max(box.width(), box.height());
        Region around = new Region(box.centerX(), box.centerY(), side, side, 0);
        return look(frame, around, LEAST_ALIGNED, steps).filter(each -> Alignment.mayBeOf(each.region(), box))
                .findFirst().map(each -> new Detection(each.region(), found.score(), found.box()));
    }

    @Override
    public boolean findsEverybody() {
        return false;
    }

    private Stream<Detection> look(Frame frame, Region part, float least, StepListener steps) {
        long start = System.nanoTime();
        sampler.sample(frame, part, Border.BLACK, pixels, 0);
        Map<String, Tensor> outputs = session.run(Map.of(input.name(), pixels));
        List<ScoredBox> found = decoder.decode(outputs.get(OFFSETS), outputs.get(SCORES), least);
        steps.took("detect", System.nanoTime() - start);
        return found.stream().map(each -> new Detection(region(each, part), each.score()));
    }

    private static Region region(ScoredBox found, Region part) {
        Keypoint hips = found.points().get(HIP_CENTER);
        Keypoint circle = found.points().get(CIRCLE_POINT);
        return Alignment.region(part.frameX(hips.x(), hips.y()), part.frameY(hips.x(), hips.y()),
                part.frameX(circle.x(), circle.y()), part.frameY(circle.x(), circle.y()));
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
