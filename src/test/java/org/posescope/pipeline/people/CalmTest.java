package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.people.DetectSchedule.Calm;
import org.posescope.pipeline.people.DetectSchedule.Calm.Moment;
import org.posescope.pipeline.people.DetectSchedule.Calm.Spell;

class CalmTest {
    private static final int FRAME_MICROS = 100_000;
    private static final int IN_FLIGHT = 4;

    private final Calm calm = new Calm(IN_FLIGHT);

    @Test
    void it_is_calm_when_the_same_people_were_there_for_two_seconds_up_to_half_a_second_ago() {
        after(0, 30, Set.of(1L, 2L));

        assertThat(isCalm(24)).isFalse();
        assertThat(isCalm(25)).isTrue();
    }

    @Test
    void what_happens_in_frames_that_may_be_in_flight_changes_nothing() {
        after(0, 30, Set.of(1L));
        boolean before = isCalm(32);
        after(30, 32, Set.of(1L, 2L));

        assertThat(before).isTrue();
        assertThat(isCalm(32)).isTrue();
    }

    @Test
    void it_is_not_calm_for_a_while_when_somebody_came() {
        after(0, 40, Set.of(1L));
        after(40, 80, Set.of(1L, 2L));

        assertThat(isCalm(44)).isTrue();
        assertThat(IntStream.range(45, 65)).noneMatch(this::isCalm);
        assertThat(isCalm(65)).isTrue();
    }

    @Test
    void nobody_is_not_calm_and_neither_is_another_scene() {
        after(0, 40, Set.of());
        assertThat(isCalm(40)).isFalse();

        after(40, 80, Set.of(1L));
        assertThat(calm.before(80, 1, 80L * FRAME_MICROS)).isEmpty();
    }

    @Test
    void where_many_frames_are_in_flight_an_older_one_is_asked() {
        Calm wide = new Calm(20);
        IntStream.range(0, 30).forEach(frame -> wide.after(frame, moment(frame, Set.of(1L), true)));

        assertThat(wide.before(39, 0, 39L * FRAME_MICROS)).get().returns(false, Spell::calm);
        assertThat(wide.before(40, 0, 40L * FRAME_MICROS)).get().returns(true, Spell::calm);
    }

    @Test
    void those_who_are_there_were_certain_half_a_second_ago_or_not() {
        calm.after(0, moment(0, Set.of(1L), true));
        calm.after(1, moment(1, Set.of(1L), false));
        calm.after(2, moment(2, Set.of(), true));

        assertThat(calm.before(4, 0, 4L * FRAME_MICROS)).isEmpty();
        assertThat(IntStream.of(5, 6, 7).mapToObj(frame -> calm.before(frame, 0, (long) frame * FRAME_MICROS)))
                .extracting(spell -> spell.orElseThrow().certain()).containsExactly(true, false, false);
    }

    private boolean isCalm(int frame) {
        return calm.before(frame, 0, (long) frame * FRAME_MICROS).filter(Spell::calm).isPresent();
    }

    private void after(int from, int to, Set<Long> who) {
        IntStream.range(from, to).forEach(frame -> calm.after(frame, moment(frame, who, true)));
    }

    private static Moment moment(int frame, Set<Long> who, boolean certain) {
        return new Moment(0, (long) frame * FRAME_MICROS, who, certain);
    }
}
