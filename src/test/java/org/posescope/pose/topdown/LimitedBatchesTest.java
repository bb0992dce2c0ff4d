package org.posescope.pose.topdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Region;
import org.posescope.pose.Skeleton;

class LimitedBatchesTest {
    private static final Skeleton DOT = new Skeleton("dot", List.of("dot"), List.of());

    /** Sees a dot in the middle of each region, and remembers how many regions each call had. */
    private static final class Dots implements TopDownPose {
        private final List<Integer> calls = new ArrayList<>();

        @Override
        public PoseObservation estimate(Frame frame, Region region, StepListener steps) {
            Keypoints dot = new Keypoints(DOT, List.of(new Keypoint(region.centerX(), region.centerY(), 1)));
            return new PoseObservation(new Person(0, 1, new Box(0, 0, 1, 1), List.of(dot), Optional.empty(),
                    Optional.empty(), Optional.empty()), region);
        }

        @Override
        public List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps) {
            calls.add(regions.size());
            return TopDownPose.super.estimate(frame, regions, steps);
        }

        @Override
        public void close() {}
    }

    private static List<Region> regions(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Region(i, 0, 1, 1, 0)).toList();
    }

    @Test
    void a_crowd_is_seen_in_calls_of_no_more_than_the_limit_in_its_order() {
        Dots dots = new Dots();
        try (LimitedBatches limited = new LimitedBatches(dots, 3)) {
            List<PoseObservation> seen = limited.estimate(null, regions(7), (step, nanos) -> {});

            assertThat(dots.calls).containsExactly(3, 3, 1);
            assertThat(seen).extracting(each -> each.person().ownKeypoints().points().getFirst().x())
                    .containsExactly(0f, 1f, 2f, 3f, 4f, 5f, 6f);
        }
    }

    @Test
    void nobody_needs_no_call() {
        Dots dots = new Dots();
        try (LimitedBatches limited = new LimitedBatches(dots, 3)) {
            assertThat(limited.estimate(null, List.of(), (step, nanos) -> {})).isEmpty();
            assertThat(dots.calls).isEmpty();
        }
    }

    @Test
    void a_limit_below_one_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitedBatches(new Dots(), 0));
    }
}
