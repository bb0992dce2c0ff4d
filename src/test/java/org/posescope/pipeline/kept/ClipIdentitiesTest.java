package org.posescope.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.plan.Plan;
import org.posescope.pose.Person;

class ClipIdentitiesTest {
    private static final MotionKey KEY = new MotionKey(Plan.DEFAULT, true);
    private static final long FRAME = 40_000;

    private final KeptClip clip = new KeptClip(false, Optional.empty(), 1 << 20);
    private final ClipIdentities naming = new ClipIdentities(clip, clip.motion(KEY));

    /** Identities of the people of a frame, which is kept. */
    private List<Integer> ids(KeptClip of, ClipIdentities by, long frame, long scene, Person... people) {
        List<Person> named = by.name(frame * FRAME, scene, List.of(people));
        return of.people(of.keep(of.motion(KEY), KeptFrame.of(frame * FRAME, 0, 0, Optional.empty(), 0, named), false))
                .stream().map(Person::id).toList();
    }

    private List<Integer> ids(long frame, long scene, Person... people) {
        return ids(clip, naming, frame, scene, people);
    }

    private List<Integer> kept(long frame) {
        return clip.people(clip.motion(KEY).at(frame * FRAME).orElseThrow()).stream().map(Person::id).toList();
    }

    @Test
    void whoever_stands_where_somebody_stood_is_that_person() {
        assertThat(ids(0, 1, KeptPeople.at(11, 0), KeptPeople.at(12, 300))).containsExactly(1, 2);

        List<Person> named = naming.name(2 * FRAME, 2, List.of(KeptPeople.at(13, 304), KeptPeople.at(14, 6)));

        assertThat(named).containsExactly(KeptPeople.at(1, 6), KeptPeople.at(2, 304));
    }

    @Test
    void somebody_elsewhere_is_new_and_so_is_everybody_at_another_time() {
        assertThat(ids(0, 1, KeptPeople.at(11, 0))).containsExactly(1);
        assertThat(ids(1, 2, KeptPeople.at(12, 300))).containsExactly(2);
        assertThat(ids(100, 3, KeptPeople.at(13, 0))).containsExactly(3);
    }

    @Test
    void a_tracker_is_believed_within_a_scene() {
        assertThat(ids(0, 1, KeptPeople.at(11, 0))).containsExactly(1);
        assertThat(ids(1, 1, KeptPeople.at(11, 400))).containsExactly(1);
    }

    @Test
    void nobody_gets_an_identity_whom_nobody_follows() {
        assertThat(ids(0, 1, KeptPeople.at(0, 0), KeptPeople.at(0, 300))).containsExactly(0, 0);
    }

    @Test
    void stretches_that_meet_become_one() {
        assertThat(ids(0, 1, KeptPeople.at(11, 0))).containsExactly(1);
        assertThat(ids(100, 2, KeptPeople.at(12, 300))).containsExactly(2);

        for (int frame = 1; frame < 100; frame++) {
            assertThat(naming.name(frame * FRAME, 3, List.of(KeptPeople.at(13, 3 * frame)))).hasSize(1);
        }

        assertThat(kept(100)).containsExactly(1);
        assertThat(kept(0)).containsExactly(1);
    }

    @Test
    void pictures_that_have_nothing_to_do_with_each_other_share_nobody() {
        KeptClip pictures = new KeptClip(true, Optional.empty(), 1 << 20);
        ClipIdentities names = new ClipIdentities(pictures, pictures.motion(KEY));

        assertThat(ids(pictures, names, 0, 0, KeptPeople.at(1, 0))).containsExactly(1);
        assertThat(ids(pictures, names, 1, 1, KeptPeople.at(2, 0))).containsExactly(2);
        assertThat(ids(pictures, names, 0, 2, KeptPeople.at(3, 0))).containsExactly(1);
    }
}
