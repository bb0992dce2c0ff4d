package org.posescope.pose.bottomup.embedding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.posescope.error.Cleanup;
import org.posescope.error.UserException;
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

    private static final int HEATMAPS = Skeletons.COCO17.size();
    private static final int HEATMAPS_AND_TAGS = 2 * HEATMAPS;
    /** Fainter points are guesses, which say nothing of how far a body reaches. */
    private static final float SEEN = 0.1f;
    /** A body reaches beyond the points in it: the top of the head, the hands, the soles. */
    private static final float BODY_TO_POINTS = 1.2f;

    private final Session session;
    private final FrameInput input;
    private Optional<EmbeddingDecoder> decoder = Optional.empty();

    /**
     * Takes over the session, and closes it when it is not fit.
     *
     * @param usual       how pixels enter the network, and its usual size
     * @param inputHeight in place of the usual one, a multiple of {@value #STEP}
     */
    public AssociativeEmbedding(Session session, InputSpec usual, OptionalInt inputHeight) {
        this.session = session;
        this.input = Cleanup.onFailure(() -> new FrameInput(session, usual, inputHeight, STEP), session::close);
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
        Tensor coarse = maps(outputs, HEATMAPS_AND_TAGS, rows / 4, columns / 4);
        Tensor fine = maps(outputs, HEATMAPS, rows / 2, columns / 2);
        EmbeddingDecoder fitting = decoder.filter(each -> each.fits(rows, columns))
                .orElseGet(() -> new EmbeddingDecoder(rows, columns));
        decoder = Optional.of(fitting);
        return fitting.decode(coarse, fine).stream().map(found -> person(found, rows, columns)).toList();
    }

    /** Outputs are told by their shape, since programs that convert networks rename them. */
    private static Tensor maps(Map<String, Tensor> outputs, int channels, int rows, int columns) {
        return outputs.values().stream()
                .filter(output -> List.of(1, channels, rows, columns)
                        .equals(Arrays.stream(output.shape()).boxed().toList()))
                .findFirst()
                .orElseThrow(() -> new UserException("the network has no output of " + channels + " maps of " + columns
                        + "x" + rows + " among " + outputs.keySet()
                        + ", so it is not one of this kind; name its decoder in its card"));
    }

    private Person person(EmbeddingDecoder.Found found, int rows, int columns) {
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
