package org.posescope.pipeline.people.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.detect.Detection;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pipeline.people.ScriptedPerson;
import org.posescope.pipeline.people.sighting.Sighting.Evidence;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.testkit.FakeSource;

class RollCallTest {
    private static final Box FIRST = new Box(100, 50, 60, 200);
    private static final Box BESIDE = new Box(130, 50, 60, 200);

    private final FramePool pool = new FramePool();
    private final FakeSource source = FakeSource.video(pool, 1, 30, 640, 360);
    private final Frame frame = source.next();

    @AfterEach
    void close() {
        frame.close();
        source.close();
        pool.close();
    }

    private static Sighting sighting(Box box) {
        return new Sighting(Alignment.region(box),
                new PoseObservation(ScriptedPerson.standing(box).person(0, 0.9f), Alignment.region(box)),
                new Evidence(0.8f, 0.7f, true));
    }

    private static Detection detection(Box box, float score) {
        return new Detection(Alignment.region(box), score, Optional.of(box));
    }

    @Test
    void each_detection_is_of_one_person_at_most_so_that_a_neighbour_is_unknown() {
        RollCall call = RollCall.of(List.of(sighting(FIRST)), List.of(detection(FIRST, 0.9f), detection(BESIDE, 0.7f)),
                0.5, frame);

        assertThat(call.unknown()).containsExactly(detection(BESIDE, 0.7f));
        assertThat(call.followed()).singleElement().extracting(Sighting::evidence)
                .isEqualTo(new Evidence(0.9f, 0.85f, true));
    }

    @Test
    void whom_a_look_misses_is_less_sure_to_be_there() {
        assertThat(RollCall.of(List.of(sighting(FIRST)), List.of(), 0.5, frame).followed()).singleElement()
                .extracting(Sighting::evidence).isEqualTo(new Evidence(0.7f, 0.7f, true));
    }

    @Test
    void a_detector_that_misses_many_makes_nobody_less_sure() {
        assertThat(RollCall.of(List.of(sighting(FIRST)), List.of(), 0, frame).followed())
                .containsExactly(sighting(FIRST));
    }

    @Test
    void a_region_near_somebody_who_is_followed_is_nobody_new() {
        Detection near = new Detection(Alignment.region(BESIDE), 0.9f);

        assertThat(RollCall.of(List.of(sighting(FIRST)), List.of(new Detection(Alignment.region(FIRST), 0.9f), near),
                0, frame).unknown()).isEmpty();
    }
}
