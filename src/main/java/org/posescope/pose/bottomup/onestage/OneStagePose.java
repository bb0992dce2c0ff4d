package org.posescope.pose.bottomup.onestage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.detect.PublishedOutputs;
import org.posescope.detect.ScoredBox;
import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.bottomup.BottomUpPose;
import org.posescope.tensor.Tensor;

/** RTMO and the poses of YOLO, with the 17 points of {@link Skeletons#COCO17} in the plane. A person's score is that of the box. */
public final class OneStagePose implements BottomUpPose {
    /** Fainter boxes are never people. */
    private static final float LEAST = 0.01f;

    private final Session session;
    private final InputSpec input;
    private final PublishedOutputs outputs;
    private final Tensor pixels;
    private final ImageSampler sampler;

    /** Takes over the session. */
    public OneStagePose(Session session, InputSpec input, PublishedOutputs outputs) {
        this.session = session;
        this.input = input;
        this.outputs = outputs;
        this.pixels = Tensor.allocate(input.shape(1));
        this.sampler = new ImageSampler(input);
    }

    @Override
    public List<Person> estimate(Frame frame, Camera camera, StepListener steps) {
        long start = System.nanoTime();
        Region window = outputs.place().region(frame.width(), frame.height(), input);
        sampler.sample(frame, sampled(window), outputs.padding(), pixels, 0);
        long sampled = System.nanoTime();
        Map<String, Tensor> tensors = session.run(Map.of(input.name(), pixels));
        long inferred = System.nanoTime();
        List<Person> people = outputs.decode(tensors, input, LEAST).stream().map(found -> person(found, window))
                .toList();
        steps.took("crop", sampled - start);
        steps.took("infer", inferred - sampled);
        steps.took("decode", System.nanoTime() - inferred);
        return people;
    }

    /** mmpose counts coordinates from the centre of the first pixel, as its {@code BottomupResize} samples; points keep that convention. */
    private Region sampled(Region window) {
        return outputs == PublishedOutputs.RTMO
                ? new Region(window.centerX() + (1 - window.width() / input.width()) / 2,
                        window.centerY() + (1 - window.height() / input.height()) / 2, window.width(), window.height(),
                        0)
                : window;
    }

    private Person person(ScoredBox found, Region window) {
        List<Keypoint> points = found.points().stream().map(point -> inFrame(point, window)).toList();
        Keypoint from = inFrame(new Keypoint(found.box().x(), found.box().y(), 1), window);
        Keypoint to = inFrame(new Keypoint(found.box().right(), found.box().bottom(), 1), window);
        return new Person(0, Math.min(found.score(), 1), Box.ofCorners(from.x(), from.y(), to.x(), to.y()),
                List.of(new Keypoints(Skeletons.COCO17, points)), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private Keypoint inFrame(Keypoint point, Region window) {
        float u = point.x() / input.width();
        float v = point.y() / input.height();
        return new Keypoint(window.frameX(u, v), window.frameY(u, v), point.score());
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
