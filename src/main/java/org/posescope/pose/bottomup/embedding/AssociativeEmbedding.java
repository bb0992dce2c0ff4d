package org.posescope.pose.bottomup.embedding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.bottomup.BottomUpPose;
import org.posescope.pose.bottomup.FrameInput;
import org.posescope.tensor.Tensor;

/** HigherHRNet and its like, with the 17 points of {@link Skeletons#COCO17} in the plane. */
public final class AssociativeEmbedding implements BottomUpPose {
    /** Sides of the input are multiples of it: the deepest branch of the network halves it so often. */
    public static final int STEP = 32;

    /** Fainter points are guesses, which say nothing of how far a body reaches. */
    private static final float SEEN = 0.1f;
    /** A body reaches beyond the points in it: the top of the head, the hands, the soles. */
    private static final float BODY_TO_POINTS = 1.2f;

    private final Session session;
    private final FrameInput input;
    private final MapReader reader;

    /**
     * A network whose maps are those of its authors.
     *
     * <p>
     * Takes over the session, and closes it when it is not fit.
     *
     * @param usual       how pixels enter the network, and its usual size
     * @param inputHeight in place of the usual one, a multiple of {@value #STEP}
     */
    public AssociativeEmbedding(Session session, InputSpec usual, OptionalInt inputHeight) {
        this(session, usual, inputHeight, new TwoResolutions());
    }

    private AssociativeEmbedding(Session session, InputSpec usual, OptionalInt inputHeight, MapReader reader) {
        this.session = session;
        this.input = Cleanup.onFailure(() -> new FrameInput(session, usual, inputHeight, STEP), session::close);
        this.reader = reader;
    }

    /** Likewise one that Open Model Zoo converted, which gives one resolution and marks its peaks. */
    public static AssociativeEmbedding ofModelZoo(Session session, InputSpec usual, OptionalInt inputHeight) {
        return new AssociativeEmbedding(session, usual, inputHeight, new ZooMaps());
    }

    @Override
    public List<Person> estimate(Frame frame, Camera camera, StepListener steps) {
        long start = System.nanoTime();
        Tensor pixels = input.sample(frame);
        long sampled = System.nanoTime();
        Map<String, Tensor> outputs = session.run(Map.of(session.inputs().getFirst().name(), pixels));
        long inferred = System.nanoTime();
        List<Person> people = decode(outputs, pixels.dimension(2), pixels.dimension(3));
        steps.took("crop", sampled - start);
        steps.took("infer", inferred - sampled);
        steps.took("decode", System.nanoTime() - inferred);
        return people;
    }

    private List<Person> decode(Map<String, Tensor> outputs, int rows, int columns) {
        return reader.read(outputs, rows, columns).stream().map(found -> person(found, rows, columns)).toList();
    }

    private Person person(FoundPose found, int rows, int columns) {
        Region region = input.region();
        List<Keypoint> placed = found.points().stream()
                .map(point -> new Keypoint(region.frameX(point.x() / columns, 0), region.frameY(0, point.y() / rows),
                        point.score()))
                .toList();
        Box tight = Box.around(placed.stream().filter(point -> point.score() > SEEN).toList());
        List<Keypoint> points = placed.stream()
                .map(point -> point.score() > 0 ? point : new Keypoint(tight.centerX(), tight.centerY(), 0)).toList();
        return new Person(0, found.score(), tight.scaled(BODY_TO_POINTS),
                List.of(new Keypoints(Skeletons.COCO17, points)), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        Cleanup.all(session::close, input::close);
    }
}
