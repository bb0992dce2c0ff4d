package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pose.Box;

/** The detector beside the pose network, in the stages of a top-down preset. */
class SideLookTest {
    private static final int FRAME = 4;
    private static final ScriptedPerson LEFT = ScriptedPerson.standing(new Box(60, 100, 50, 120));
    private static final ScriptedPerson RIGHT = ScriptedPerson.standing(new Box(400, 100, 50, 120));

    private static ScriptedNetworks networks() {
        return new ScriptedNetworks(List.of(LEFT, RIGHT.seenIn(frame -> frame >= 2)));
    }

    private static TopDownRun run(ScriptedNetworks networks) {
        return new TopDownRun(networks, 8).with(TopDownRun.plan(FRAME)).with(1, 1, Mode.MIN_LATENCY);
    }

    private static boolean comes(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CountDownLatch mine, CountDownLatch theirs) {
        mine.countDown();
        if (!comes(theirs, 10_000)) {
            throw new IllegalStateException("the other network does not come");
        }
    }

    @Test
    void the_detector_looks_while_the_pose_network_works_and_what_it_finds_counts_for_the_same_frame()
            throws InterruptedException {
        CountDownLatch detecting = new CountDownLatch(1);
        CountDownLatch posing = new CountDownLatch(1);
        ScriptedNetworks networks = networks().onDetection(frame -> {
            if (frame == FRAME) {
                meet(detecting, posing);
            }
        }).onPose((_, frame) -> {
            if (frame == FRAME) {
                meet(posing, detecting);
            }
        });

        List<List<Integer>> ids = run(networks).ids();

        assertThat(ids).isEqualTo(
                IntStream.range(0, 8).mapToObj(frame -> frame < 7 ? List.of(1) : List.of(1, 2)).toList());
        assertThat(networks.detectedFrames()).containsExactly(0L, 4L);
    }

    @ParameterizedTest
    @CsvSource({"1, MIN_LATENCY, posescope-detect-helper", "1, ASYNC, posescope-detect-1",
        "2, MIN_LATENCY, posescope-detect-1", "2, ASYNC, posescope-detect-1"})
    void it_looks_beside_only_where_one_frame_has_one_thread(int threads, Mode mode, String thread)
            throws InterruptedException {
        ScriptedNetworks networks = networks();

        run(networks).with(threads, 1, mode).people();

        assertThat(networks.detections()).extracting(ScriptedNetworks.Call::thread).containsOnly(thread);
    }

    private static void fail(String what, boolean gravely) {
        if (gravely) {
            throw new AssertionError(what);
        }
        throw new IllegalStateException(what);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_frame_whose_pose_fails_does_not_end_before_the_detector_is_through_with_it(boolean gravely)
            throws InterruptedException {
        CountDownLatch detecting = new CountDownLatch(1);
        CountDownLatch failing = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean endedMeanwhile = new AtomicBoolean();
        ScriptedNetworks networks = networks().onDetection(frame -> {
            if (frame == FRAME) {
                meet(detecting, failing);
                // Long enough for a frame that nobody waits for to end.
                endedMeanwhile.set(comes(ended, 300));
                fail("no detection", false);
            }
        }).onPose((_, frame) -> {
            if (frame == FRAME) {
                meet(failing, detecting);
                fail("no pose", gravely);
            }
        });

        List<TopDownRun.Ended> all = run(networks).then((_, frame) -> {
            if (frame.index() == FRAME) {
                ended.countDown();
            }
        }).ended();

        assertThat(endedMeanwhile).isFalse();
        assertThat(all.get(FRAME).cause().orElseThrow()).hasMessage("pose failed: no pose");
        assertThat(
                Stream.of(all.get(FRAME).cause().orElseThrow().getCause().getSuppressed()).map(Throwable::getMessage))
                .containsExactly("no detection");
        assertThat(all.stream().filter(frame -> frame.index() != FRAME)).extracting(TopDownRun.Ended::outcome)
                .containsOnly(Outcome.RESULT);
    }

    @Test
    void a_detector_that_fails_beside_costs_one_frame() throws InterruptedException {
        ScriptedNetworks networks = networks().onDetection(frame -> {
            if (frame == FRAME) {
                fail("no detection", false);
            }
        });

        List<TopDownRun.Ended> all = run(networks).ended();

        assertThat(all.get(FRAME).cause().orElseThrow()).hasMessage("pose failed: no detection");
        assertThat(all.stream().filter(frame -> frame.index() != FRAME)).extracting(TopDownRun.Ended::ids)
                .containsOnly(List.of(1));
    }
}
