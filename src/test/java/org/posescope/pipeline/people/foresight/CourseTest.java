package org.posescope.pipeline.people.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pipeline.people.foresight.Foresight.Course;

class CourseTest {
    private static final float EXACT = 0.001f;

    private static Region at(float frame) {
        return new Region(100 + 6 * frame, 300 - 2 * frame, (float) (80 * Math.pow(1.1, frame)),
                (float) (90 * Math.pow(1.1, frame)), (float) Math.IEEEremainder(3 + 0.1 * frame, 2 * Math.PI));
    }

    private static Course upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().reduce(Course.beginning(7, 0, at(0)),
                (course, frame) -> course.then(frame * 1000L, at(frame)), (a, _) -> a);
    }

    private static void requireSame(Region foretold, Region expected) {
        for (int corner = 0; corner < 4; corner++) {
            int right = corner % 2;
            int down = corner / 2;
            assertThat(foretold.frameX(right, down)).isCloseTo(expected.frameX(right, down),
                    within(EXACT));
            assertThat(foretold.frameY(right, down)).isCloseTo(expected.frameY(right, down),
                    within(EXACT));
        }
    }

    @Test
    void centre_size_and_turn_go_on_four_fifths_as_fast_as_they_did_also_past_half_a_turn() {
        requireSame(upTo(3).at(8000), at(7));
    }

    @Test
    void a_region_is_itself_at_its_own_time() {
        requireSame(upTo(9).at(9000), at(9));
    }

    @Test
    void who_was_seen_once_is_foretold_to_stand_still() {
        assertThat(upTo(0).at(5000)).isEqualTo(at(0));
    }

    @Test
    void two_frames_of_one_time_have_no_velocity() {
        assertThat(Course.beginning(1, 500, at(0)).then(500, at(1)).at(900)).isEqualTo(at(1));
    }

    @Test
    void what_was_long_ago_is_forgotten() {
        assertThat(upTo(9).moments()).hasSize(4).last().isEqualTo(new Course.Moment(9000, at(9)));
    }
}
