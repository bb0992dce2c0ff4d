package org.posescope.pose.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.TestFrames;

class PartFinderTest {
    private static final Region AROUND = new Region(100, 100, 300, 300, 0);
    private static final Region FOUND = new Region(110, 100, 100, 100, 0);
    private static final Region FOLLOWED = new Region(115, 100, 100, 100, 0);

    private final List<Region> asked = new ArrayList<>();
    private final List<Region> looked = new ArrayList<>();
    private Optional<Region> found = Optional.of(FOUND);
    private int closed;
    private final PartFinder<String> finder = new PartFinder<>(new RegionNetwork() {
        @Override
        public Optional<Region> refine(Frame frame, Region around, StepListener steps) {
            asked.add(around);
            return found;
        }

        @Override
        public void close() {
            closed++;
        }
    }, new PartNetwork<>() {
        @Override
        public Optional<SeenPart<String>> estimate(Frame frame, Region region, StepListener steps) {
            looked.add(region);
            return Optional.of(seen(110));
        }

        @Override
        public void close() {
            closed++;
        }
    }, new FollowRule(40, 0.2f, 0.4f, -0.1f));

    private static SeenPart<String> seen(float x) {
        return new SeenPart<>("hand", new Keypoints(Skeletons.HAND21,
                Collections.nCopies(Skeletons.HAND21.size(), new Keypoint(x, 100, 1))), FOLLOWED);
    }

    private Optional<SeenPart<String>> find(Optional<SeenPart<String>> before) {
        try (Frame frame = TestFrames.of(2, 2, (x, y) -> 0)) {
            return finder.find(frame, AROUND, before, StepListener.NONE);
        }
    }

    @Test
    void a_part_that_is_new_is_looked_at_where_the_region_network_has_it() {
        assertThat(find(Optional.empty())).contains(seen(110));
        assertThat(asked).containsExactly(AROUND);
        assertThat(looked).containsExactly(FOUND);
    }

    @Test
    void a_part_that_moved_little_is_looked_at_where_it_follows_from_the_frame_before() {
        find(Optional.of(seen(110)));

        assertThat(looked).containsExactly(FOLLOWED);
    }

    @Test
    void a_part_that_is_elsewhere_now_is_looked_at_there() {
        find(Optional.of(seen(300)));

        assertThat(looked).containsExactly(FOUND);
    }

    @Test
    void nothing_is_looked_at_where_the_region_network_sees_none() {
        found = Optional.empty();

        assertThat(find(Optional.of(seen(110)))).isEmpty();
        assertThat(looked).isEmpty();
    }

    @Test
    void both_networks_are_closed() {
        finder.close();

        assertThat(closed).isEqualTo(2);
    }
}
