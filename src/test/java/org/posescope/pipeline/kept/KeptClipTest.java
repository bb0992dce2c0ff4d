package org.posescope.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.plan.Plan;
import org.posescope.pose.Person;

class KeptClipTest {
    private static final MotionKey KEY = new MotionKey(Plan.DEFAULT, true);

    private final KeptClip clip = new KeptClip(false, Optional.empty(), 1 << 20);
    private final KeptMotion motion = clip.motion(KEY);

    private static Person person(int id) {
        return KeptPeople.at(id, 10 * id);
    }

    private void keep(long micros, int... ids) {
        List<Person> people = IntStream.of(ids).mapToObj(KeptClipTest::person).toList();
        KeptFrame _ = clip.keep(motion, KeptFrame.of(micros, 0, 0, Optional.empty(), 0, people), true);
    }

    @Test
    void what_is_kept_is_found_with_who_people_are_by_now() {
        keep(100, 1, 2, 3, 4);
        keep(0, 1);
        clip.edit(PeopleEdits.NONE.with(new PeopleEdit.Merge(2, 1)).with(new PeopleEdit.Hide(3, true))
                .with(new PeopleEdit.Delete(4)));

        List<FoundFrame> found = clip.found(motion);

        assertThat(found).extracting(FoundFrame::positionMicros).containsExactly(0L, 100L);
        FoundFrame later = found.getLast();
        assertThat(later.people().get()).extracting(Person::id).containsExactly(1, 2, 3, 4);
        assertThat(List.of(1, 2, 3, 4, 0)).extracting(id -> later.identity().apply(id)).containsExactly(
                OptionalInt.of(1), OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private List<Integer> kept(long followed, long unbroken, boolean exact, int id) {
        KeptFrame frame = KeptFrame.of(0, followed, unbroken, Optional.empty(), 0, List.of(person(id)));
        return clip.keep(motion, frame, exact).people().stream().map(Person::id).toList();
    }

    @Test
    void what_was_found_after_a_gap_gives_way_to_what_was_found_without() {
        assertThat(kept(900, Unbroken.BROKEN, false, 1)).containsExactly(1);
        assertThat(kept(100, 100, false, 2)).containsExactly(1);
        assertThat(kept(0, 0, true, 3)).containsExactly(3);
        assertThat(kept(40, 40, true, 4)).containsExactly(4);
        assertThat(kept(900, Unbroken.BROKEN, true, 5)).containsExactly(4);
        assertThat(kept(40, 40, true, 6)).containsExactly(6);
        assertThat(kept(40, 40, false, 7)).containsExactly(6);
    }

    @Test
    void a_finding_is_the_same_until_the_frame_is_found_again() {
        keep(0, 1);
        keep(100, 1);
        List<FoundFrame> before = clip.found(motion);
        keep(100, 1, 2);

        assertThat(clip.found(motion).getFirst().finding()).isSameAs(before.getFirst().finding());
        assertThat(clip.found(motion).getLast().finding()).isNotSameAs(before.getLast().finding());
    }
}
