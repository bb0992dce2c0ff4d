package org.posescope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

class SmootherTest {
    private static final long FRAME_MICROS = 33_333;
    private static final Keypoint STILL = new Keypoint(100, 100, 1);

    private final Smoother smoother = new Smoother(SmoothingSettings.defaults());

    /** Everything stands still but the second point. */
    private Keypoint smoothed(int frame, Keypoint second) {
        List<Keypoint> points = new ArrayList<>(Collections.nCopies(Skeletons.COCO17.size(), STILL));
        points.set(1, second);
        Person person = new Person(1, 1, new Box(50, 50, 100, 200), List.of(new Keypoints(Skeletons.COCO17, points)),
                Optional.empty(), Optional.empty(), Optional.empty());
        Person steady = smoother.smooth(List.of(person), frame * FRAME_MICROS).getFirst();
        assertThat(steady.ownKeypoints().points().getLast()).isEqualTo(STILL);
        return steady.ownKeypoints().points().get(1);
    }

    @Test
    void a_point_that_is_found_again_is_where_it_is_found_and_not_drawn_from_where_it_was_put_meanwhile() {
        Keypoint unknown = new Keypoint(500, 20, 0);
        smoothed(0, unknown);

        assertThat(smoothed(1, new Keypoint(90, 120, 1))).isEqualTo(new Keypoint(90, 120, 1));
        assertThat(smoothed(2, unknown)).isEqualTo(unknown);
        assertThat(smoothed(3, new Keypoint(70, 130, 1))).isEqualTo(new Keypoint(70, 130, 1));
    }

    @Test
    void a_point_that_trembles_trembles_less() {
        smoothed(0, new Keypoint(100, 100, 1));

        assertThat(smoothed(1, new Keypoint(104, 100, 1)).x()).isBetween(100f, 103f);
    }
}
