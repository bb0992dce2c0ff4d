package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.people.crew.PoseCrew;
import org.posescope.pipeline.people.crew.Relay;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.testkit.EngineThreadCensus;
import org.posescope.testkit.FakeSource;

class PoseCrewTest {
    private static final int SIZE = 4;
    private static final List<ScriptedPerson> PEOPLE = IntStream.range(0, 7)
            .mapToObj(i -> ScriptedPerson.standing(new Box(100 * i, 0, 20, 40))).toList();
    private static final List<Region> REGIONS = PEOPLE.stream()
            .map(person -> Alignment.region(person.box(0).orElseThrow())).toList();

    private static PoseCrew crew(ScriptedNetworks networks) {
        return new PoseCrew(networks.loaders().pose(), SIZE, 1, SIZE, new Relay(0.5f));
    }

    private static List<PoseObservation> estimate(ScriptedNetworks networks, List<Region> regions) {
        EngineThreadCensus census = new EngineThreadCensus();
        try (FramePool pool = new FramePool();
                Frame frame = FakeSource.video(pool, 1, 30).next();
                PoseCrew crew = crew(networks)) {
            return crew.estimate(frame, regions, StepListener.NONE, SIZE);
        } finally {
            assertThat(networks.wrong()).isEmpty();
            assertThat(networks.open()).isZero();
            assertThat(census.newcomers()).as("threads left behind").isEmpty();
        }
    }

    private static int place(List<Region> regions) {
        return REGIONS.indexOf(regions.getFirst());
    }

    @Test
    void observations_are_in_the_order_of_the_regions_although_several_copies_share_them() {
        CyclicBarrier together = new CyclicBarrier(SIZE);
        ScriptedNetworks networks = new ScriptedNetworks(PEOPLE).onPose((regions, _) -> {
            if (place(regions) < SIZE) {
                await(together);
            }
        });

        List<PoseObservation> observations = estimate(networks, REGIONS);

        assertThat(observations).extracting(PoseObservation::person)
                .isEqualTo(PEOPLE.stream().map(person -> person.person(0, ScriptedNetworks.SURE)).toList());
        assertThat(networks.loads()).extracting(ScriptedNetworks.Load::threads).containsExactly(4, 1, 1, 1, 1);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the others do not work at the same time", e);
        }
    }

    @Test
    void one_person_is_looked_at_with_all_threads() {
        ScriptedNetworks networks = new ScriptedNetworks(PEOPLE);

        estimate(networks, REGIONS.subList(2, 3));

        assertThat(networks.loads()).containsExactly(new ScriptedNetworks.Load("pose", SIZE));
    }

    @Test
    void a_network_that_takes_batches_runs_once_for_all() {
        ScriptedNetworks networks = new ScriptedNetworks(PEOPLE).inBatches();

        assertThat(estimate(networks, REGIONS)).hasSize(PEOPLE.size());

        assertThat(networks.poses()).extracting(ScriptedNetworks.Call::people).containsExactly(PEOPLE.size());
    }

    @Test
    void a_frame_never_comes_back_while_a_helper_reads_it() {
        List<Region> oneEach = REGIONS.subList(0, SIZE);
        ScriptedNetworks networks = new ScriptedNetworks(PEOPLE).onPose((regions, frame) -> {
            if (place(regions) == frame % SIZE) {
                throw new IllegalStateException("share " + place(regions));
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        });
        try (FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 1000, 30);
                PoseCrew crew = crew(networks)) {
            for (int round = 0; round < 1000; round++) {
                try (Frame frame = source.next()) {
                    assertThatThrownBy(() -> crew.estimate(frame, oneEach, StepListener.NONE, SIZE))
                            .hasMessage("share " + round % SIZE).hasNoSuppressedExceptions();
                    assertThat(networks.reading()).as("shares under way in round " + round).isZero();
                }
            }
        }
        assertThat(networks.wrong()).isEmpty();
    }

    @Test
    void of_several_shares_that_fail_the_first_is_told_and_the_others_with_it() {
        ScriptedNetworks networks = new ScriptedNetworks(PEOPLE).onPose((regions, _) -> {
            if (place(regions) % 2 == 1) {
                throw new AssertionError("share " + place(regions));
            }
        });

        Throwable failure = catchThrowable(() -> estimate(networks, REGIONS.subList(0, SIZE)));

        assertThat(failure).hasMessage("share 1");
        assertThat(Stream.of(failure.getSuppressed()).map(Throwable::getMessage)).containsExactly("share 3");
    }

    @Test
    void all_copies_are_closed_even_when_closing_fails() {
        ScriptedNetworks networks = new ScriptedNetworks(PEOPLE).onClose(load -> {
            throw new IllegalStateException("one with " + load.threads() + " does not close");
        });

        Throwable failure = catchThrowable(() -> estimate(networks, REGIONS));

        assertThat(failure).hasMessage("one with 4 does not close");
        assertThat(Stream.of(failure.getSuppressed()).map(Throwable::getMessage)).hasSize(SIZE)
                .containsOnly("one with 1 does not close");
    }
}
