package org.posescope.app.scene3d.posed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Skeleton.Side;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class TrailHistoryTest {
    private static final int LAST = 3 * (Trail.POINTS - 1);
    private final TrailHistory history = new TrailHistory();

    private List<Trail> see(long micros, float x, float score) {
        List<Joint> joints = new ArrayList<>(
                Collections.nCopies(Skeletons.COCO17.size(), new Joint(x, 0, 0, score)));
        history.advance(micros);
        return history.add(1, new Skeleton3d(1, new Joints3d(Skeletons.COCO17, joints), new Vector3(0, 0, 3)));
    }

    @Test
    void hands_feet_and_head_leave_trails() {
        assertThat(see(0, 1, 1)).extracting(Trail::side).containsExactly(Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT,
                Side.MIDDLE);
    }

    @Test
    void a_steady_movement_is_an_even_line_of_one_second() {
        Trail trail = null;
        for (int i = 0; i <= 30; i++) {
            trail = see(i * 100_000L, i * 0.1f, 1).getFirst();
        }

        for (int point = 0; point < Trail.POINTS; point++) {
            assertThat(trail.points()[3 * point]).isCloseTo(2 + point / (Trail.POINTS - 1f), within(1e-3f));
        }
        assertThat(trail.points()[LAST + 2]).isEqualTo(3);
    }

    @Test
    void a_short_past_begins_at_its_oldest_point() {
        see(0, 5, 1);
        Trail trail = see(200_000, 6, 1).getFirst();

        assertThat(trail.points()[0]).isEqualTo(5);
        assertThat(trail.points()[LAST]).isEqualTo(6);
    }

    @Test
    void unsure_joints_leave_none() {
        assertThat(see(0, 1, 0.1f)).isEmpty();
    }

    @Test
    void a_step_back_in_time_begins_anew() {
        see(900_000, 5, 1);
        Trail trail = see(100_000, 7, 1).getFirst();

        assertThat(trail.points()[0]).isEqualTo(7);
    }

    @Test
    void a_person_who_comes_back_after_a_while_begins_anew() {
        see(0, 5, 1);
        history.advance(800_000);
        history.advance(1_600_000);
        Trail trail = see(1_700_000, 7, 1).getFirst();

        assertThat(trail.points()[0]).isEqualTo(7);
    }
}
