package org.posescope.pose.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.BatchRunner;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.NamedPoints;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;
import org.posescope.tensor.Tensor;

/** HRNet, SimplePose, RTMPose, MoveNet SinglePose and their like: all people of a frame in one batch, where the file allows it. */
public final class HeatmapPose implements TopDownPose {
    private final Session session;
    private final BatchRunner runner;
    private final InputSpec input;
    private final Skeleton skeleton;
    private final PointOutputs outputs;
    private final Optional<NamedPoints> coco;
    private final boolean flipTest;
    private final ImageSampler sampler;
    private final PersonView view;
    private final SpaceOfDepths space;

    /**
     * Takes over the session.
     *
     * @param outputs  how the network says where points are
     * @param flipTest whether each person is looked at a second time in a mirror, which costs twice the time and is what papers report
     */
    public HeatmapPose(Session session, InputSpec input, Skeleton skeleton, PointOutputs outputs,
            boolean flipTest) {
        this.session = session;
        this.runner = new BatchRunner(session);
        this.input = input;
        this.skeleton = skeleton;
        this.outputs = outputs;
        this.coco = skeleton.equals(Skeletons.COCO17)
                ? Optional.empty()
                : Optional.of(new NamedPoints(skeleton, Skeletons.COCO17));
        this.space = new SpaceOfDepths(skeleton);
        this.flipTest = flipTest;
        this.sampler = new ImageSampler(input);
        this.view = PersonView.of(input);
    }

    @Override
    public boolean batches() {
        return runner.isOpen();
    }

    @Override
    public PoseObservation estimate(Frame frame, Region region, StepListener steps) {
        return estimate(frame, List.of(region), steps).getFirst();
    }

    @Override
    public List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps) {
        if (regions.isEmpty()) {
            return List.of();
        }
        long start = System.nanoTime();
        Tensor pixels = sample(frame, regions);
        long cropped = System.nanoTime();
        Map<String, Tensor> seen = runner.run(pixels);
        long inferred = System.nanoTime();
        List<PoseObservation> people = decode(seen, regions);
        steps.took("crop", cropped - start);
        steps.took("infer", inferred - cropped);
        steps.took("decode", System.nanoTime() - inferred);
        return people;
    }

    private Tensor sample(Frame frame, List<Region> regions) {
        int people = regions.size();
        Tensor pixels = Tensor.allocate(input.shape(flipTest ? 2 * people : people));
        for (int i = 0; i < people; i++) {
            Region part = outputs.sampled(view, regions.get(i));
            sampler.sample(frame, part, Border.BLACK, pixels, i);
            if (flipTest) {
                Region mirrored = new Region(part.centerX(), part.centerY(), -part.width(), part.height(),
                        part.rotation());
                sampler.sample(frame, mirrored, Border.BLACK, pixels, people + i);
            }
        }
        return pixels;
    }

    private List<PoseObservation> decode(Map<String, Tensor> seen, List<Region> regions) {
        Optional<int[]> mirror = flipTest
                ? Optional.of(IntStream.range(0, skeleton.size()).map(skeleton::mirror).toArray())
                : Optional.empty();
        PointDecoder decoder = outputs.decoder(seen, input, mirror);
        List<PoseObservation> people = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            List<Keypoint> points = decoder.decode(i, regions.get(i));
            people.add(observation(points, decoder.depths(i), regions.get(i)));
        }
        return people;
    }

    private PoseObservation observation(List<Keypoint> points, Optional<List<Float>> depths, Region region) {
        Keypoints own = new Keypoints(skeleton, points);
        List<Keypoints> all = Stream.concat(Stream.of(own), coco.map(each -> each.of(own)).stream()).toList();
        // Hands and faces have so many points that they would outvote the body.
        float score = new SeenPoints(all.getLast().points()).score();
        Person person = new Person(0, score, new SeenPoints(points).box(region), all,
                depths.flatMap(each -> space.joints(own, each)), Optional.empty(), Optional.empty());
        return new PoseObservation(person, view.region(person.box()));
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
