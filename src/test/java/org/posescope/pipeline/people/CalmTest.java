package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.people.DetectSchedule.Calm;

class CalmTest {
    private static final int FRAME_MICROS = 100_000;
    private static final int IN_FLIGHT = 4;

    private final Calm calm = new Calm(IN_FLIGHT);

    @Test
    void it_is_calm_when_the_same_people_were_there_for_two_seconds_up_to_a_second_ago() {
        after(0, 30, 0, Set.of(1L, 2L));

        assertThat(calm.before(29, 0, 29L * FRAME_MICROS)).isFalse();
        assertThat(calm.before(30, 0, 30L * FRAME_MICROS)).isTrue();
    }

    @Test
    void what_happens_in_frames_that_may_be_in_flight_changes_nothing() {
        after(0, 30, 0, Set.of(1L));
        boolean before = calm.before(32, 0, 32L * FRAME_MICROS);
        after(30, 32, 0, Set.of(1L, 2L));

        assertThat(before).isTrue();
        assertThat(calm.before(32, 0, 32L * FRAME_MICROS)).isTrue();
    }

    @Test
    void it_is_not_calm_for_a_while_when_somebody_came() {
        after(0, 40, 0, Set.of(1L));
        after(40, 80, 0, Set.of(1L, 2L));

        assertThat(calm.before(49, 0, 49L * FRAME_MICROS)).isTrue();
        assertThat(IntStream.range(50, 70)).noneMatch(frame -> calm.before(frame, 0, (long) frame * FRAME_MICROS));
        assertThat(calm.before(70, 0, 70L * FRAME_MICROS)).isTrue();
    }

    @Test
    void nobody_is_not_calm_and_neither_is_another_scene() {
        after(0, 40, 0, Set.of());
        assertThat(calm.before(40, 0, 40L * FRAME_MICROS)).isFalse();

        after(40, 80, 0, Set.of(1L));
        assertThat(calm.before(80, 1, 80L * FRAME_MICROS)).isFalse();
    }

    @Test
    void where_many_frames_are_in_flight_an_older_one_is_asked() {
        Calm wide = new Calm(20);
        IntStream.range(0, 30).forEach(frame -> wide.after(frame, 0, (long) frame * FRAME_MICROS, Set.of(1L)));

        assertThat(wide.before(39, 0, 39L * FRAME_MICROS)).isFalse();
        assertThat(wide.before(40, 0, 40L * FRAME_MICROS)).isTrue();
    }

    private void after(int from, int to, long scene, Set<Long> who) {
        IntStream.range(from, to).forEach(frame -> calm.after(frame, scene, (long) frame * FRAME_MICROS, who));
    }
}
