package org.posescope.pipeline.people.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.people.ScriptedPerson;
import org.posescope.pipeline.people.crew.Relay.InFlight;
import org.posescope.pipeline.people.crew.Relay.Whereabouts;
import org.posescope.pose.Box;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;
import org.posescope.testkit.TestFrames;

class RelayTest {
    private static final long SOMEBODY = 7;
    private static final long OTHER = 8;
    private static final Region HERE = new Region(100, 100, 80, 80, 0);
    private static final Region THERE = new Region(140, 120, 60, 60, 0);

    private final Relay relay = new Relay(0.5f);
    private final List<InFlight> jobs = List.of(job(0), job(1), job(2));
    private final List<Region> seen = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore made = new Semaphore(0);
    private final TopDownPose network = new TopDownPose() {
        @Override
        public PoseObservation estimate(Frame frame, Region region, StepListener steps) {
            seen.add(region);
            made.release();
            return new PoseObservation(
                    ScriptedPerson.standing(new Box(90, 90, 20, 40)).person(0, region.rotation() == 0 ? 0.9f : 0.1f),
                    next(region));
        }

        @Override
        public void close() {}
    };
    private final Thread helper = new Thread(() -> relay.queue().serve(network));

    private static InFlight job(int sequence) {
        return new InFlight(sequence, TestFrames.of(200, 200, (_, _) -> 0), StepListener.NONE);
    }

    private static Region next(Region region) {
        return new Region(region.centerX() + 1, region.centerY(), region.width(), region.height(), region.rotation());
    }

    @AfterEach
    void close() throws InterruptedException {
        helper.interrupt();
        helper.join();
        relay.clear();
        for (InFlight job : jobs) {
            job.frame().close();
            assertThatThrownBy(() -> job.frame().pixels()).as("a frame that nobody holds")
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private void look(int job, Whereabouts... people) {
        relay.queue().finish(relay.looks(jobs.get(job), List.of(people)), network);
    }

    private void await(int looks) throws InterruptedException {
        assertThat(made.tryAcquire(looks, 20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void who_was_seen_in_a_frame_is_looked_at_in_those_after_it_before_it_is_through() throws InterruptedException {
        jobs.forEach(relay::opened);
        helper.start();

        look(0, new Whereabouts(SOMEBODY, HERE));
        await(3);
        relay.through(0, List.of(new Whereabouts(SOMEBODY, next(HERE))));
        look(1, new Whereabouts(SOMEBODY, next(HERE)));
        relay.through(1, List.of(new Whereabouts(SOMEBODY, next(next(HERE)))));
        look(2, new Whereabouts(SOMEBODY, next(next(HERE))));

        assertThat(seen).containsExactly(HERE, next(HERE), next(next(HERE)));
    }

    @Test
    void a_look_ahead_in_another_region_than_the_frame_before_gives_in_the_end_does_not_count() {
        look(0, new Whereabouts(SOMEBODY, HERE));
        relay.through(0, List.of(new Whereabouts(SOMEBODY, THERE)));
        look(1, new Whereabouts(SOMEBODY, THERE));

        assertThat(seen).containsExactly(HERE, THERE);
    }

    @Test
    void nobody_is_looked_for_who_is_not_followed_or_was_not_seen() {
        Region lost = new Region(100, 100, 80, 80, 1);
        look(0, new Whereabouts(SOMEBODY, HERE), new Whereabouts(OTHER, lost));
        relay.opened(jobs.get(1));
        relay.through(0, List.of());
        look(1, new Whereabouts(3, THERE));

        assertThat(seen).containsExactly(HERE, lost, THERE);
    }

    @Test
    void a_newcomer_is_looked_at_as_soon_as_the_frame_before_is_through() throws InterruptedException {
        relay.opened(jobs.get(1));
        helper.start();

        relay.through(0, List.of(new Whereabouts(OTHER, THERE)));
        await(1);
        look(1, new Whereabouts(OTHER, THERE));

        assertThat(seen).containsExactly(THERE);
    }

    @Test
    void whoever_is_waited_for_is_looked_at_although_all_frames_are_let_go() {
        List<LookQueue.DueLook> wanted = relay.looks(jobs.getFirst(), List.of(new Whereabouts(SOMEBODY, HERE)));

        relay.clear();
        relay.queue().finish(wanted, network);

        assertThat(seen).containsExactly(HERE);
        assertThat(wanted.getFirst().result().state()).isEqualTo(Future.State.SUCCESS);
    }
}
