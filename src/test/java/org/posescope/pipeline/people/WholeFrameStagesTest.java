package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.frame.FramePool;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Machine;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Lens;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.bottomup.BottomUpPose;
import org.posescope.pose.bottomup.paf.DrawnPerson;
import org.posescope.pose.bottomup.paf.OpenPose;
import org.posescope.pose.bottomup.paf.OpenPose3d;
import org.posescope.pose.bottomup.paf.PaintedSession;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.StandInSession;

/** The whole way of frames, with maps of people who are known in place of a trained network. */
class WholeFrameStagesTest {
    private static final int STRIDE = 8;
    private static final int ROWS = 64;
    private static final int COLUMNS = 160;
    private static final int FRAMES = 8;
    /** Cells a frame. */
    private static final double SPEED = 0.05;
    private static final InputSpec INPUT = new InputSpec("input", COLUMNS * STRIDE, 256, InputSpec.Layout.NCHW,
            InputSpec.ColorOrder.BGR, List.of(128f, 128f, 128f), List.of(1f, 1f, 1f));

    private static List<DrawnPerson> crowd(int count, int frame) {
        return DrawnPerson.crowd(count, ROWS, COLUMNS).stream().map(person -> person.moved(SPEED * frame)).toList();
    }

    /** The people of each frame, in order. */
    private static List<List<Person>> run(Function<Session, BottomUpPose> network, int count, boolean inSpace,
            Plan plan, Optional<BodyModel> body) throws InterruptedException {
        List<List<Person>> people = new ArrayList<>();
        StandInSession session = PaintedSession.of(frame -> crowd(count, frame), inSpace);
        WholeFrameStages stages = new WholeFrameStages(threads -> network.apply(session), 0.2, plan, body,
                Mode.MIN_LATENCY);
        try (FramePool pool = new FramePool()) {
            FakeSource source = FakeSource.video(pool, FRAMES, 30, COLUMNS * STRIDE, ROWS * STRIDE);
            Engine engine = new Engine(EngineOptions.of(Policy.EXACT, Mode.MIN_LATENCY, 1), stages.specs(),
                    new Playback(source, false, false), (result, steps) -> {
                        assertThat(result.outcome()).isEqualTo(Outcome.RESULT);
                        people.add(result.people());
                    });
            try (engine) {
                engine.load();
                engine.start();
                engine.awaitEnd();
            }
            assertThat(engine.failure()).isEmpty();
        }
        assertThat(session.closed()).isTrue();
        return people;
    }

    private static Plan plan() {
        return Plan.DEFAULT.withMachine(new Machine(1, 1, 1, 1))
                .withFollowing(Following.DEFAULT.withSmoothing(false).withThreshold(0.2));
    }

    private static DrawnPerson nearest(List<DrawnPerson> people, Person person) {
        return people.stream().min(Comparator.comparingDouble(drawn -> Math
                .hypot(drawn.middle() * STRIDE - person.box().centerX(),
                        (drawn.top() + drawn.height() / 2) * STRIDE - person.box().centerY())))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"2", "9", "20"})
    void everybody_is_found_where_they_are_and_keeps_their_identity(int count) throws InterruptedException {
        List<List<Person>> frames = run(
                session -> new OpenPose(session, INPUT, OptionalInt.of(ROWS * STRIDE)), count, false, plan(),
                Optional.empty());

        assertThat(frames).hasSize(FRAMES).allSatisfy(people -> assertThat(people).hasSize(count));
        List<Integer> ids = frames.getFirst().stream().map(Person::id).toList();
        assertThat(ids).doesNotHaveDuplicates().doesNotContain(0);
        for (int frame = 0; frame < FRAMES; frame++) {
            List<DrawnPerson> drawn = crowd(count, frame);
            assertThat(frames.get(frame)).extracting(Person::id).isEqualTo(ids);
            for (int i = 0; i < count; i++) {
                Person person = frames.get(frame).get(i);
                DrawnPerson truth = nearest(drawn, person);
                assertThat(drawn.indexOf(truth)).isEqualTo(
                        crowd(count, 0).indexOf(nearest(crowd(count, 0), frames.getFirst().get(i))));
                assertPoints(person.ownKeypoints(), truth);
            }
        }
    }

    private static void assertPoints(Keypoints points, DrawnPerson truth) {
        assertThat(points.skeleton()).isEqualTo(Skeletons.OPENPOSE18);
        for (int part = 0; part < points.points().size(); part++) {
            Keypoint point = points.points().get(part);
            assertThat((double) point.x()).isCloseTo(truth.x(part) * STRIDE, within(2.0));
            assertThat((double) point.y()).isCloseTo(truth.y(part) * STRIDE, within(2.0));
            assertThat(point.score()).isBetween(0.7f, 1f);
        }
    }

    @Test
    void points_have_the_names_of_coco_too() throws InterruptedException {
        Person person = run(session -> new OpenPose(session, INPUT, OptionalInt.of(ROWS * STRIDE)), 2, false,
                plan(), Optional.empty()).getFirst().getFirst();

        Keypoints coco = person.keypoints().get(1);
        assertThat(coco.skeleton()).isEqualTo(Skeletons.COCO17);
        assertThat(coco.points().get(Skeletons.COCO17.index("left_ankle")))
                .isEqualTo(person.ownKeypoints().points().get(Skeletons.OPENPOSE18.index("left_ankle")));
    }

    @ParameterizedTest
    @CsvSource({"2", "20"})
    void people_in_space_stand_as_far_away_as_they_are_small_and_have_a_body(int count) throws InterruptedException {
        List<List<Person>> frames = run(session -> new OpenPose3d(session, INPUT, OptionalInt.of(ROWS * STRIDE)),
                count, true, plan(), Optional.of(DefaultBody.read()));

        Camera camera = Lens.DEFAULT.camera(COLUMNS * STRIDE, ROWS * STRIDE);
        assertThat(frames).hasSize(FRAMES).allSatisfy(people -> assertThat(people).hasSize(count));
        for (Person person : frames.getLast()) {
            DrawnPerson truth = nearest(crowd(count, FRAMES - 1), person);
            double distance = camera.focal() * DrawnPerson.METRES / (truth.height() * STRIDE);
            assertThat((double) person.translation().orElseThrow().z()).isCloseTo(distance, within(0.03 * distance));
            assertThat(person.joints3d().orElseThrow().skeleton()).isEqualTo(Skeletons.PANOPTIC19);
            assertThat(person.body()).isPresent();
        }
    }
}
