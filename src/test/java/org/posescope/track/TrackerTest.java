package org.posescope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pose.Person;

class TrackerTest {
    private final Tracker tracker = new Tracker(TrackerSettings.defaults());

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 60})
    void a_walker_keeps_the_id(int fps) {
        for (int frame = 0; frame < 3 * fps; frame++) {
            double seconds = frame / (double) fps;
            assertThat(ids(seconds, Walker.at(100 + 150 * seconds))).containsExactly(1);
        }
    }

    @Test
    void a_walker_hidden_for_a_second_keeps_the_id() {
        List<Integer> after = new ArrayList<>();
        for (int frame = 0; frame < 90; frame++) {
            double seconds = frame / 30.0;
            boolean hidden = frame >= 30 && frame < 60;
            List<Integer> ids = hidden ? ids(seconds) : ids(seconds, Walker.at(100 + 150 * seconds));
            if (frame >= 60) {
                after.addAll(ids);
            }
        }

        assertThat(after).hasSize(30).containsOnly(1);
    }

    @Test
    void somebody_who_comes_after_a_long_time_is_somebody_else() {
        ids(0, Walker.at(100));
        ids(0.1, Walker.at(100));
        ids(4, Walker.at(100));

        assertThat(ids(4.1, Walker.at(100))).containsExactly(2);
    }

    @Test
    void two_who_cross_keep_their_ids() {
        List<Integer> last = List.of();
        for (int frame = 0; frame <= 60; frame++) {
            double seconds = frame / 30.0;
            last = ids(seconds, Walker.at(100 + 200 * seconds), Walker.tallAt(500 - 200 * seconds));
        }

        assertThat(last).containsExactly(1, 2);
        assertThat(
                tracker.update(List.of(Walker.tallAt(100), Walker.at(500)), 2_033_000).stream()
                        .map(person -> person.box().height()))
                .containsExactly(200f, 260f);
    }

    @Test
    void the_first_frame_needs_no_confirmation_but_a_newcomer_does() {
        assertThat(ids(0, Walker.at(100))).containsExactly(1);
        assertThat(ids(0.03, Walker.at(100), Walker.at(600))).containsExactly(1);
        assertThat(ids(0.06, Walker.at(100), Walker.at(600))).containsExactly(1);
        assertThat(ids(0.13, Walker.at(100), Walker.at(600))).containsExactly(1, 2);
    }

    @Test
    void a_flicker_takes_no_id() {
        ids(0, Walker.at(100));
        ids(0.03, Walker.at(100), Walker.at(600));
        ids(0.06, Walker.at(100));
        ids(0.09, Walker.at(100), Walker.at(900));

        assertThat(ids(0.19, Walker.at(100), Walker.at(900))).containsExactly(1, 2);
    }

    @Test
    void a_low_score_continues_a_track_but_starts_none() {
        ids(0, Walker.at(100));

        assertThat(ids(0.03, score(Walker.at(103), 0.4f), score(Walker.at(600), 0.4f))).containsExactly(1);
        assertThat(ids(0.06, score(Walker.at(106), 0.4f), score(Walker.at(600), 0.4f))).containsExactly(1);
    }

    @Test
    void after_a_restart_everybody_is_new_and_ids_go_on() {
        ids(0, Walker.at(100));
        tracker.restart();

        assertThat(ids(0.03, Walker.at(100))).containsExactly(2);
    }

    private List<Integer> ids(double seconds, Person... people) {
        return tracker.update(List.of(people), Math.round(seconds * 1e6)).stream().map(Person::id).toList();
    }

    private static Person score(Person person, float score) {
        return new Person(0, score, person.box(), person.keypoints(), person.joints3d(), person.translation(),
                person.body());
    }
}
