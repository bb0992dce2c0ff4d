package org.posescope.pose.bottomup.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCatalog;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.WholeFrameStages;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Machine;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.StandInSession;
import org.posescope.testkit.TestFrames;

/** From the frame to people, with a network that sees what is drawn. */
class AssociativeEmbeddingTest {
    private static final InputSpec INPUT = ModelCatalog.bundled().card("higherhrnet-w32-512").input();
    private static final int ROWS = 512;
    private static final int COLUMNS = 896;
    /** Pixels of the frame to one of the input. */
    private static final double SCALE = 1.5;
    private static final int WIDTH = (int) (COLUMNS * SCALE);
    private static final int HEIGHT = (int) (ROWS * SCALE);

    private static final int WALKERS = 12;

    private static AssociativeEmbedding network(Session session) {
        return new AssociativeEmbedding(session, INPUT, OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 20})
    void people_come_in_pixels_of_the_frame_with_boxes_around_them(int count) {
        List<DrawnBody> drawn = DrawnBody.crowd(count, ROWS, COLUMNS);
        try (Frame frame = TestFrames.of(WIDTH, HEIGHT, (x, y) -> 0);
                AssociativeEmbedding network = network(PaintedSession.of(call -> drawn))) {
            List<Person> people = estimate(network, frame);

            assertThat(people).hasSize(count)
                    .isSortedAccordingTo(Comparator.comparingDouble(Person::score).reversed());
            for (DrawnBody body : drawn) {
                Person person = nearest(people, body);
                assertThat(person.ownKeypoints().skeleton()).isEqualTo(Skeletons.COCO17);
                for (int point = 0; point < EmbeddingPainter.POINTS; point++) {
                    Keypoint keypoint = person.ownKeypoints().points().get(point);
                    assertThat(Math.hypot(keypoint.x() - SCALE * body.x(point), keypoint.y() - SCALE * body.y(point)))
                            .isLessThan(1.5);
                }
                assertThat((double) person.box().height()).isCloseTo(1.2 * 0.9 * SCALE * body.height(), within(3.0));
                assertThat((double) person.box().centerX()).isCloseTo(SCALE * body.middle(), within(1.5));
            }
        }
    }

    private static List<Person> estimate(AssociativeEmbedding network, Frame frame) {
        return network.estimate(frame, Camera.ofFieldOfView(60, frame.width(), frame.height()), (step, nanos) -> {});
    }

    private static Person nearest(List<Person> people, DrawnBody body) {
        return people.stream().min(Comparator.comparingDouble(person -> {
            Keypoint nose = person.ownKeypoints().points().getFirst();
            return Math.hypot(nose.x() - SCALE * body.x(0), nose.y() - SCALE * body.y(0));
        })).orElseThrow();
    }

    @Test
    void another_height_of_the_input_gives_the_same_places() {
        DrawnBody body = new DrawnBody(100, 20, 200, 1);
        try (Frame frame = TestFrames.of(448, 256, (x, y) -> 0);
                AssociativeEmbedding network = new AssociativeEmbedding(PaintedSession.of(call -> List.of(body)),
                        INPUT, OptionalInt.of(256))) {
            Keypoint ankle = estimate(network, frame).getFirst().ownKeypoints().points().getLast();
            assertThat(ankle.x()).isCloseTo((float) body.x(16), within(1f));
            assertThat(ankle.y()).isCloseTo((float) body.y(16), within(1f));
        }
    }

    @Test
    void a_height_that_the_network_cannot_halve_is_refused_and_the_session_closed() {
        StandInSession session = PaintedSession.of(call -> List.of());

        assertThatThrownBy(() -> new AssociativeEmbedding(session, INPUT, OptionalInt.of(520)))
                .isInstanceOf(UserException.class).hasMessageContaining("multiple of 32, not 520");
        assertThat(session.closed()).isTrue();
    }

    @Test
    void people_keep_their_identities_through_the_whole_pipeline() throws InterruptedException {
        int frames = 8;
        List<List<Person>> results = new ArrayList<>();
        Plan plan = Plan.DEFAULT.withMachine(new Machine(1, 1, 2, 1))
                .withFollowing(Following.DEFAULT.withSmoothing(false).withThreshold(0.2));
        WholeFrameStages stages = new WholeFrameStages(
                threads -> network(PaintedSession.of(AssociativeEmbeddingTest::walking)), 0.2, plan,
                Optional.empty(), Mode.MIN_LATENCY);
        try (FramePool pool = new FramePool();
                Engine engine = new Engine(EngineOptions.of(Policy.EXACT, Mode.MIN_LATENCY, 2), stages.specs(),
                        new Playback(FakeSource.video(pool, frames, 25, WIDTH, HEIGHT), false, false),
                        (result, steps) -> results.add(result.people()))) {
            engine.start();
            engine.awaitEnd();
            assertThat(engine.failure()).isEmpty();
        }

        assertThat(results).hasSize(frames);
        for (int frame = 1; frame < frames; frame++) {
            for (DrawnBody body : walking(frame)) {
                Person person = nearest(results.get(frame), body);
                Person before = nearest(results.get(frame - 1), walking(frame - 1).stream()
                        .filter(each -> each.tag() == body.tag()).findFirst().orElseThrow());
                assertThat(person.id()).isEqualTo(before.id());
            }
        }
        assertThat(results.getLast()).extracting(Person::id).doesNotHaveDuplicates().hasSize(WALKERS);
    }

    private static List<DrawnBody> walking(int frame) {
        return DrawnBody.crowd(WALKERS, ROWS, COLUMNS).stream()
                .map(body -> new DrawnBody(body.middle() + 2 * frame, body.top(), body.height(), body.tag())).toList();
    }

    @Test
    void twenty_people_cost_hardly_more_than_one() {
        EmbeddingDecoder decoder = new EmbeddingDecoder(ROWS, COLUMNS);
        EmbeddingPainter one = painted(1);
        EmbeddingPainter crowd = painted(20);
        long bestOne = Long.MAX_VALUE;
        long bestCrowd = Long.MAX_VALUE;
        for (int round = 0; round < 15; round++) {
            bestOne = Math.min(bestOne, nanos(decoder, one));
            bestCrowd = Math.min(bestCrowd, nanos(decoder, crowd));
        }
        assertThat((double) bestCrowd / bestOne).isLessThan(2);
    }

    private static EmbeddingPainter painted(int count) {
        EmbeddingPainter painter = new EmbeddingPainter(ROWS, COLUMNS);
        DrawnBody.crowd(count, ROWS, COLUMNS).forEach(person -> painter.paint(person, 0.9));
        return painter;
    }

    /** Of this thread alone, whatever else the machine does. */
    private static long nanos(EmbeddingDecoder decoder, EmbeddingPainter painter) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        decoder.decode(painter.heatmapsAndTags(), painter.fineHeatmaps());
        return threads.getCurrentThreadCpuTime() - start;
    }
}
