package org.posescope.pipeline.people.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.people.ScriptedPerson;
import org.posescope.pose.Box;
import org.posescope.pose.Person;

class BackgroundTest {
    private static List<Person> people(int... heights) {
        return IntStream.of(heights)
                .mapToObj(height -> ScriptedPerson.standing(new Box(0, 0, 0.4f * height, height)).person(0, 0.9f))
                .toList();
    }

    @Test
    void whoever_is_far_behind_the_others_and_small_is_left_out() {
        assertThat(Background.without(people(59, 200, 61, 30), 200)).isEqualTo(people(200, 61));
    }

    @Test
    void where_all_are_small_nobody_is_left_out() {
        assertThat(Background.without(people(59, 50, 21), 60)).isEqualTo(people(59, 50, 21));
    }

    @Test
    void somebody_far_behind_who_can_be_measured_stays() {
        assertThat(Background.without(people(900, 61), 900)).isEqualTo(people(900, 61));
    }

    @Test
    void how_large_somebody_who_lies_is_tells_the_longer_side() {
        assertThat(Background.size(new Box(0, 0, 300, 80))).isEqualTo(300);
    }
}
