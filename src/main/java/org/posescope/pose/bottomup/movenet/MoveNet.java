package org.posescope.pose.bottomup.movenet;

import java.util.Comparator;
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

/** MoveNet MultiPose, with the 17 points of {@link Skeletons#COCO17} in the plane. */
public final class MoveNet implements BottomUpPose {
    /** Sides of the input are multiples of it: the deepest layers of the network reduce them so far. */
    public static final int STEP = 32;

    /** Pixels of the input to a cell of the maps. */
    private static final int CELL = 4;

    private final Session session;
    private final FrameInput input;

    /**
     * Takes over the session, and closes it when it is not fit.
     *
     * @param usual       how pixels enter the network, and its usual size
     * @param inputHeight in place of the usual one, a multiple of {@value #STEP}
     */
    public MoveNet(Session session, InputSpec usual, OptionalInt inputHeight) {
        this.session = session;
        this.input = Cleanup.onFailure(() -> new FrameInput(session, usual, inputHeight, STEP), session::close);
    }

    @Override
    public List<Person> estimate(Frame frame, Camera camera, StepListener steps) {
        long start = System.nanoTime();
        Tensor pixels = input.sample(frame);
        long sampled = System.nanoTime();
        Map<String, Tensor> maps = session.run(Map.of(session.inputs().getFirst().name(), pixels));
        long inferred = System.nanoTime();
        float columns = (float) pixels.dimension(3) / CELL;
        float rows = (float) pixels.dimension(2) / CELL;
        List<Person> people = new CenterPoses(maps).decode().stream().map(found -> person(found, columns, rows))
                .sorted(Comparator.comparingDouble(person -> -person.score())).toList();
        steps.took("crop", sampled - start);
        steps.took("infer", inferred - sampled);
        steps.took("decode", System.nanoTime() - inferred);
        return people;
    }

    private Person person(CenterPoses.Found found, float columns, float rows) {
        List<Keypoint> points = found.points().stream().map(point -> inFrame(point, columns, rows)).toList();
        Box box = found.box();
        Keypoint from = inFrame(new Keypoint(box.x(), box.y(), 1), columns, rows);
        Keypoint to = inFrame(new Keypoint(box.right(), box.bottom(), 1), columns, rows);
        return new Person(0, found.score(), Box.ofCorners(from.x(), from.y(), to.x(), to.y()),
                List.of(new Keypoints(Skeletons.COCO17, points)), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private Keypoint inFrame(Keypoint point, float columns, float rows) {
        Region region = input.region();
        return new Keypoint(region.frameX(point.x() / columns, 0), region.frameY(0, point.y() / rows), point.score());
    }

    @Override
    public void close() {
        Cleanup.all(session::close, input::close);
    }
}
