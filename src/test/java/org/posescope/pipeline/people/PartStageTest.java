package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;
import org.posescope.pose.Box;
import org.posescope.pose.Details;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.detail.PartFinder;
import org.posescope.pose.detail.PartNetwork;
import org.posescope.pose.detail.RegionNetwork;
import org.posescope.pose.detail.SeenPart;
import org.posescope.pose.hand.HandRegions;
import org.posescope.testkit.FakeSource;

/** Hands of people who are told, and networks that note where they look and see a hand in the middle of each region. */
class PartStageTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    /** From a region to the one that follows from the hand in it. */
    private static final int DRIFT = 3;

    private final List<Region> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Region> looked = Collections.synchronizedList(new ArrayList<>());

    private final class Regions implements RegionNetwork {
        @Override
        public Optional<Region> refine(Frame frame, Region around, StepListener steps) {
            asked.add(around);
            return Optional.of(around);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private final class Hands implements PartNetwork<Hand> {
        @Override
        public Optional<SeenPart<Hand>> estimate(Frame frame, Region region, StepListener steps) {
            looked.add(region);
            Keypoints points = new Keypoints(Skeletons.HAND21, Collections.nCopies(Skeletons.HAND21.size(),
                    new Keypoint(region.centerX(), region.centerY(), 1)));
            Joints3d world = new Joints3d(Skeletons.HAND21,
                    Collections.nCopies(Skeletons.HAND21.size(), new Joint(0, 0, 0, 1)));
            return Optional.of(new SeenPart<>(new Hand(1, points, world), points, new Region(region.centerX() + DRIFT,
                    region.centerY(), region.width(), region.height(), region.rotation())));
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private record Told(IntFunction<List<Person>> people) implements Stage {
        @Override
        public void process(Job job) {
            job.people(people.apply((int) job.frame().index()));
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    /** Somebody whose hands are 40 pixels left and right of a place, with fingers upwards; a hidden one has no visible wrist. */
    private static Person person(int id, float x, String hidden) {
        Skeleton skeleton = Skeletons.BLAZEPOSE33;
        Keypoint[] points = new Keypoint[skeleton.size()];
        Arrays.fill(points, new Keypoint(x, 200, 1));
        for (String side : List.of("left_", "right_")) {
            float handX = x + (side.equals("left_") ? 40 : -40);
            points[skeleton.index(side + "wrist")] = new Keypoint(handX, 240, side.equals(hidden) ? 0 : 1);
            points[skeleton.index(side + "index")] = new Keypoint(handX, 220, 1);
            points[skeleton.index(side + "pinky")] = new Keypoint(handX, 220, 1);
        }
        return new Person(id, 1, new Box(x - 60, 100, 120, 300), List.of(new Keypoints(skeleton, List.of(points))),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What is known of everybody's hands, frame after frame. */
    private List<List<Details>> run(int frames, int copies, IntFunction<List<Person>> people)
            throws InterruptedException {
        List<List<Details>> results = new ArrayList<>();
        StageSpec told = new StageSpec("told", 1, () -> new Told(people));
        StageSpec hands = new StageSpec("hands", 1, () -> new PartStage<>(PartKind.HANDS,
                new PerMode<>(_ -> new Crew<>(() -> new PartFinder<>(new Regions(), new Hands(), HandRegions.FOLLOW),
                        PartFinder::close, "hands-test", copies), Crew::close)));
        try (FramePool pool = new FramePool();
                Engine engine = new Engine(EngineOptions.of(Policy.EXACT, Mode.MIN_LATENCY, 2), List.of(told, hands),
                        new Playback(FakeSource.video(pool, frames, 25, WIDTH, HEIGHT), false, false),
                        (result, steps) -> results.add(result.people().stream().map(Person::details).toList()))) {
            engine.start();
            engine.awaitEnd();
            assertThat(engine.failure()).isEmpty();
        }
        return results;
    }

    private static Optional<Float> at(Optional<Hand> hand) {
        return hand.map(each -> each.points().points().getFirst().x());
    }

    @Test
    void each_hand_of_everybody_is_looked_at_and_one_that_is_hidden_costs_nothing() throws InterruptedException {
        List<Details> details = run(1, 3, _ -> List.of(person(1, 150, ""), person(2, 400, "left_"))).getFirst();

        assertThat(at(details.getFirst().leftHand())).contains(190f);
        assertThat(at(details.getFirst().rightHand())).contains(110f);
        assertThat(details.getLast().leftHand()).isEmpty();
        assertThat(at(details.getLast().rightHand())).contains(360f);
        assertThat(asked).hasSize(3);
        assertThat(looked).hasSize(3);
    }

    @Test
    void nobody_costs_nothing() throws InterruptedException {
        run(3, 1, _ -> List.of());

        assertThat(asked).isEmpty();
        assertThat(looked).isEmpty();
    }

    @Test
    void a_hand_is_followed_by_its_owner_while_it_moves_little_and_looked_for_anew_when_it_is_elsewhere()
            throws InterruptedException {
        // The two change places in the list after the first frame; in the fourth the second one is far away.
        run(4, 1, frame -> frame == 0
                ? List.of(person(1, 150, "left_"), person(2, 400, "left_"))
                : List.of(person(2, frame == 3 ? 520 : 400, "left_"), person(1, 150, "left_")));

        assertThat(looked).extracting(Region::centerX).containsExactly(110f, 360f, 360f + DRIFT, 110f + DRIFT,
                360f + 2 * DRIFT, 110f + 2 * DRIFT, 480f, 110f + 3 * DRIFT);
    }

    @Test
    void a_hand_that_was_hidden_and_one_of_somebody_without_identity_are_looked_for_anew() throws InterruptedException {
        run(3, 1, frame -> List.of(person(1, 150, frame == 1 ? "right_" : ""), person(0, 400, "left_")));

        assertThat(IntStream.range(0, looked.size()).mapToObj(i -> looked.get(i).centerX())).containsExactly(190f, 110f,
                360f, 190f + DRIFT, 360f, 190f + 2 * DRIFT, 110f, 360f);
    }
}
