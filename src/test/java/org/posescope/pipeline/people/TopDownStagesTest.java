package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.detect.Detection;
import org.posescope.frame.Region;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Machine;
import org.posescope.pose.Box;
import org.posescope.pose.Person;
import org.posescope.testkit.FakeSource;

/** The whole way of frames through the stages of a top-down preset, with networks that know where people are. */
class TopDownStagesTest {
    private static final int SELDOM = 1000;
    private static final ScriptedPerson LEFT = ScriptedPerson.standing(new Box(60, 100, 50, 120));
    private static final ScriptedPerson RIGHT = ScriptedPerson.standing(new Box(400, 100, 50, 120));

    private static List<List<Integer>> ids(int frames, LongPredicate second) {
        return IntStream.range(0, frames).mapToObj(frame -> second.test(frame) ? List.of(1, 2) : List.of(1)).toList();
    }

    private static Person sure(ScriptedPerson person, long frame, int id) {
        return person.person(frame, ScriptedNetworks.SURE).withId(id);
    }

    @ParameterizedTest
    @EnumSource
    void a_newcomer_is_found_by_the_next_look_of_the_schedule_and_reported_a_tenth_of_a_second_later(Mode mode)
            throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(List.of(LEFT, RIGHT.seenIn(frame -> frame >= 6)));

        List<List<Person>> people = new TopDownRun(networks, 14).with(2, 1, mode).people();

        assertThat(people).isEqualTo(IntStream.range(0, 14).mapToObj(frame -> frame < 11
                ? List.of(sure(LEFT, frame, 1))
                : List.of(sure(LEFT, frame, 1), sure(RIGHT, frame, 2))).toList());
        assertThat(networks.detectedFrames()).containsExactly(0L, 4L, 8L, 12L);
    }

    /** A detector that gives somebody who stands there a box. */
    private static ScriptedNetworks boxed(ScriptedPerson person) {
        return new ScriptedNetworks(List.of(person)).retouch((_, found) -> found.stream()
                .map(each -> new Detection(each.region(), each.score(), person.box(0))).toList());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void where_boxed_people_are_certain_the_detector_only_glances(Mode mode) throws InterruptedException {
        ScriptedNetworks boxed = boxed(LEFT);
        ScriptedNetworks unboxed = new ScriptedNetworks(List.of(LEFT));

        new TopDownRun(boxed, 60).with(TopDownRun.plan(0)).with(1, 2, mode).ids();
        new TopDownRun(unboxed, 60).with(TopDownRun.plan(0)).with(1, 2, mode).ids();

        assertThat(boxed.detectedFrames()).containsExactly(0L, 15L, 30L, 45L);
        assertThat(boxed.glancedFrames()).containsExactly(15L, 30L, 45L);
        assertThat(unboxed.glancedFrames()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void each_still_picture_is_a_world_of_its_own_in_which_everybody_counts(Mode mode) throws InterruptedException {
        ScriptedNetworks networks = boxed(LEFT.detectedWith(0.5f));

        List<List<Integer>> ids = new TopDownRun(networks, 9).with(1, 2, mode)
                .over(pool -> FakeSource.images(pool, 9, 640, 360)).ids();

        assertThat(ids).isEqualTo(IntStream.rangeClosed(1, 9).mapToObj(List::of).toList());
        assertThat(networks.detectedFrames()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(networks.glancedFrames()).isEmpty();
    }

    @Test
    void somebody_lost_is_looked_for_ever_more_seldom_and_keeps_their_identity_when_found_again()
            throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(
                List.of(LEFT, RIGHT.seenIn(frame -> frame < 10 || frame >= 13)));

        List<List<Integer>> ids = new TopDownRun(networks, 30).with(TopDownRun.plan(SELDOM)).ids();

        assertThat(ids).isEqualTo(ids(30, frame -> frame < 10 || frame >= 14));
        assertThat(networks.detectedFrames()).containsExactly(0L, 10L, 12L, 14L, 18L, 26L);
    }

    @Test
    void where_nobody_comes_or_goes_the_detector_looks_once_a_second() throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(List.of(LEFT));
        ScriptedNetworks side = new ScriptedNetworks(List.of(LEFT));

        new TopDownRun(networks, 160).with(TopDownRun.plan(0)).ids();
        new TopDownRun(side, 160).with(TopDownRun.plan(0)).with(1, 2, Mode.ASYNC).ids();

        assertThat(networks.detectedFrames()).containsExactly(0L, 15L, 30L, 45L, 60L, 90L, 120L, 150L);
        assertThat(side.detectedFrames()).containsExactlyInAnyOrderElementsOf(networks.detectedFrames());
    }

    @Test
    void while_nobody_is_followed_the_detector_looks_at_every_frame() throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(List.of(LEFT.seenIn(frame -> frame < 10 || frame >= 13)));

        List<List<Integer>> ids = new TopDownRun(networks, 20).with(TopDownRun.plan(SELDOM)).ids();

        assertThat(ids.subList(9, 14)).containsExactly(List.of(1), List.of(), List.of(), List.of(), List.of(1));
        assertThat(networks.detectedFrames()).containsExactly(0L, 10L, 11L, 12L, 13L, 14L, 18L);
    }

    @Test
    void of_a_camera_that_has_seen_nobody_for_a_second_every_third_frame_is_looked_at() throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(
                List.of(LEFT.seenIn(frame -> frame < 10 || (frame >= 58 && frame < 80) || frame >= 85)));

        List<List<Integer>> ids = new TopDownRun(networks, 90).with(TopDownRun.plan(SELDOM))
                .over(pool -> FakeSource.camera(pool, 90, 640, 360)).ids();

        assertThat(networks.detectedFrames().stream().filter(frame -> frame >= 10 && frame < 60))
                .containsExactlyElementsOf(Stream.concat(LongStream.rangeClosed(10, 39).boxed(),
                        Stream.of(42L, 45L, 48L, 51L, 54L, 57L)).toList());
        assertThat(ids.get(79)).hasSize(1);
        assertThat(networks.detectedFrames()).contains(80L, 81L, 82L, 83L, 84L, 85L);
    }

    @Test
    void two_who_cross_in_sight_are_followed_without_the_detector() throws InterruptedException {
        ScriptedPerson near = ScriptedPerson.walking(new Box(100, 100, 50, 120), 4);
        ScriptedPerson far = ScriptedPerson.walking(new Box(300, 190, 40, 100), -4);
        ScriptedNetworks networks = new ScriptedNetworks(List.of(near, far));

        List<List<Person>> people = new TopDownRun(networks, 60).with(TopDownRun.plan(SELDOM)).people();

        for (int frame = 1; frame < 60; frame++) {
            assertThat(people.get(frame)).containsExactly(sure(near, frame, 1), sure(far, frame, 2));
        }
        assertThat(networks.detectedFrames()).containsExactly(0L);
    }

    @Test
    void who_is_hidden_by_somebody_who_crosses_is_found_again_with_their_identity() throws InterruptedException {
        ScriptedPerson near = ScriptedPerson.walking(new Box(100, 100, 50, 120), 4);
        ScriptedPerson far = ScriptedPerson.walking(new Box(300, 110, 50, 100), -4)
                .seenIn(frame -> Math.abs(200 - 8 * frame) >= 40);
        ScriptedNetworks networks = new ScriptedNetworks(List.of(near, far));

        List<List<Person>> people = new TopDownRun(networks, 60).with(TopDownRun.plan(SELDOM)).people();

        // Hidden from frame 21 to 29; looked for in the 2nd, 4th, 8th and 16th frame after the loss.
        for (int frame = 1; frame < 60; frame++) {
            assertThat(people.get(frame)).isEqualTo(frame >= 21 && frame < 37
                    ? List.of(sure(near, frame, 1))
                    : List.of(sure(near, frame, 1), sure(far, frame, 2)));
        }
        assertThat(networks.detectedFrames()).containsExactly(0L, 23L, 25L, 29L, 37L);
    }

    @Test
    void two_detections_of_one_body_are_one_person() throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(List.of(LEFT)).retouch((_, found) -> {
            Region region = found.getFirst().region();
            Region beside = new Region(region.centerX() - 70, region.centerY(), region.width(), region.height(), 0);
            return List.of(found.getFirst(), new Detection(beside, 0.8f));
        });

        List<List<Person>> people = new TopDownRun(networks, 2).with(TopDownRun.plan(SELDOM)).people();

        assertThat(people).containsExactly(List.of(sure(LEFT, 0, 1)), List.of(sure(LEFT, 1, 1)));
        assertThat(networks.poses().stream().filter(call -> call.frame() == 1)).hasSize(1);
    }

    @Test
    void no_more_people_are_followed_than_wanted_and_no_more_asked_for_at_once() throws InterruptedException {
        List<ScriptedPerson> crowd = IntStream.range(0, 9)
                .mapToObj(i -> ScriptedPerson.standing(new Box(20 + 65 * i, 200, 20, 40))).toList();
        ScriptedNetworks networks = new ScriptedNetworks(crowd).inBatches();
        Plan few = TopDownRun.plan(4).withMachine(new Machine(1, 1, 4, 3))
                .withFollowing(new Following(OptionalDouble.empty(), 4, true, false, 7, false));

        List<List<Integer>> ids = new TopDownRun(networks, 6).with(few).with(4, 4, Mode.MIN_LATENCY)
                .ids();

        assertThat(ids).isEqualTo(Collections.nCopies(6, List.of(1, 2, 3, 4, 5, 6, 7)));
        assertThat(networks.poses()).extracting(ScriptedNetworks.Call::people).containsOnly(3, 1);
    }

    @Test
    void without_a_tracker_people_have_no_identity() throws InterruptedException {
        Plan untracked = TopDownRun.plan(4)
                .withFollowing(new Following(OptionalDouble.empty(), 4, false, false, 32, false));

        assertThat(new TopDownRun(new ScriptedNetworks(List.of(LEFT, RIGHT)), 3).with(untracked).ids())
                .containsOnly(List.of(0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void a_switch_of_mode_loses_nobody_and_loads_the_networks_of_the_other_mode(Mode first)
            throws InterruptedException {
        Mode second = first == Mode.ASYNC ? Mode.MIN_LATENCY : Mode.ASYNC;
        ScriptedNetworks networks = new ScriptedNetworks(List.of(LEFT, RIGHT));

        List<TopDownRun.Ended> ended = new TopDownRun(networks, 40).with(4, 2, first)
                .then((engine, frame) -> {
                    if (frame.index() == 8) {
                        engine.switchMode(second);
                    }
                }).ended();

        assertThat(ended).extracting(TopDownRun.Ended::outcome).containsOnly(Outcome.RESULT);
        assertThat(ended).extracting(TopDownRun.Ended::ids).containsOnly(List.of(1, 2));
        assertThat(ended.getFirst().mode()).isEqualTo(first);
        assertThat(ended.getLast().mode()).isEqualTo(second);
        assertThat(networks.detectedFrames()).containsExactlyInAnyOrder(0L, 4L, 8L, 12L, 16L, 20L, 24L, 28L, 32L, 36L);
        assertThat(networks.loads()).extracting(ScriptedNetworks.Load::threads).containsOnly(2, 4);
    }

    @Test
    void after_a_seek_nobody_is_followed_and_everybody_is_somebody_new_at_once() throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(List.of(LEFT, RIGHT));
        AtomicBoolean sought = new AtomicBoolean();

        List<TopDownRun.Ended> ended = new ArrayList<>(new TopDownRun(networks, 20).with(TopDownRun.plan(SELDOM))
                .then((engine, frame) -> {
                    if (frame.index() == 10 && !sought.getAndSet(true)) {
                        engine.playback().seek(0);
                    }
                }).ended());

        ended.removeIf(frame -> frame.outcome() == Outcome.STALE);
        assertThat(ended).extracting(TopDownRun.Ended::outcome).containsOnly(Outcome.RESULT);
        List<TopDownRun.Ended> before = ended.subList(0, 11);
        List<TopDownRun.Ended> after = ended.subList(ended.size() - 20, ended.size());
        assertThat(before).extracting(TopDownRun.Ended::ids).containsOnly(List.of(1, 2));
        assertThat(after).extracting(TopDownRun.Ended::index).startsWith(0L, 1L, 2L).endsWith(19L);
        assertThat(after).extracting(TopDownRun.Ended::ids).containsOnly(List.of(3, 4));
        assertThat(networks.detectedFrames()).containsExactly(0L, 0L);
    }

    @Test
    void a_pose_network_that_fails_once_costs_one_frame_and_no_identity() throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(List.of(LEFT, RIGHT)).onPose((_, frame) -> {
            if (frame == 5) {
                throw new IllegalStateException("no pose");
            }
        });

        List<TopDownRun.Ended> ended = new TopDownRun(networks, 10).with(TopDownRun.plan(SELDOM)).ended();

        assertThat(ended.get(5).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ended.get(5).cause().orElseThrow()).hasMessage("pose failed: no pose");
        assertThat(ended.stream().filter(frame -> frame.index() != 5))
                .allSatisfy(frame -> assertThat(frame.ids()).containsExactly(1, 2));
        assertThat(networks.detectedFrames()).containsExactly(0L);
    }

    @Test
    void a_detector_that_fails_once_looks_again_at_the_next_frame() throws InterruptedException {
        ScriptedNetworks networks = new ScriptedNetworks(List.of(LEFT)).onDetection(frame -> {
            if (frame == 0) {
                throw new IllegalStateException("no detection");
            }
        });

        List<TopDownRun.Ended> ended = new TopDownRun(networks, 3).with(TopDownRun.plan(SELDOM)).ended();

        assertThat(ended).extracting(TopDownRun.Ended::outcome).containsExactly(Outcome.FAILED, Outcome.RESULT,
                Outcome.RESULT);
        assertThat(ended.getFirst().cause().orElseThrow()).hasMessage("detect failed: no detection");
        assertThat(ended).extracting(TopDownRun.Ended::ids).containsExactly(List.of(), List.of(1), List.of(1));
        assertThat(networks.detectedFrames()).containsExactly(0L, 1L);
    }

    private static Stage poseStage(ScriptedNetworks networks) {
        return new TopDownStages(networks.loaders(), TopDownRun.plan(4).withMachine(new Machine(1, 1, 1, 32)),
                Optional.empty(), Mode.MIN_LATENCY).specs().stream()
                .filter(spec -> spec.name().equals("pose")).findFirst().orElseThrow().factory().get();
    }

    @Test
    void a_pose_network_that_cannot_be_loaded_leaves_no_detector_open() {
        ScriptedNetworks networks = new ScriptedNetworks(List.of()).refuse(load -> load.network().equals("pose"));

        assertThatThrownBy(() -> poseStage(networks)).hasMessage("the pose cannot be loaded");

        assertThat(networks.loads()).extracting(ScriptedNetworks.Load::network).containsExactly("detector");
        assertThat(networks.open()).isZero();
    }

    @Test
    void a_stage_closes_all_its_networks_even_when_closing_fails() {
        ScriptedNetworks networks = new ScriptedNetworks(List.of()).onClose(load -> {
            throw new IllegalStateException("the " + load.network() + " does not close");
        });
        Stage stage = poseStage(networks);
        assertThat(networks.open()).isEqualTo(2);

        assertThatThrownBy(stage::close).hasMessage("the detector does not close")
                .satisfies(failure -> assertThat(Stream.of(failure.getSuppressed()).map(Throwable::getMessage))
                        .containsExactly("the pose does not close"));

        assertThat(networks.open()).isZero();
    }
}
