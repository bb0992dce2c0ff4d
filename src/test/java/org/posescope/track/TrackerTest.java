package org.posescope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pose.Person;
import org.posescope.track.Tracker.Candidate;

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
                tracker.update(List.of(Walker.seen(Walker.tallAt(100)), Walker.seen(Walker.at(500))), 2_033_000)
                        .stream()
                        .map(person -> person.box().height()))
                .containsExactly(200f, 260f);
    }

    @Test
    void a_double_of_a_moment_takes_nobody_over() {
        ids(0, Walker.at(100));
        ids(0.03, Walker.at(100), Walker.at(110));
        List<Integer> last = List.of();
        for (int frame = 2; frame < 15; frame++) {
            last = ids(frame * 0.03, Walker.at(110));
        }

        assertThat(last).containsExactly(1);
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

    @Test
    void whoever_comes_out_from_behind_somebody_in_their_place_is_known_by_their_clothes() {
        update(0, Walker.wearing(1, Walker.at(100)), Walker.wearing(2, Walker.at(160)));
        update(0.03, Walker.wearing(1, Walker.at(110)), Walker.wearing(2, Walker.at(150)));
        update(0.06, Walker.wearing(1, Walker.at(120)));

        assertThat(update(0.09, Walker.wearing(2, Walker.at(124)))).containsExactly(2);
    }

    @Test
    void nobody_who_was_seen_just_now_is_lost_because_of_another_light() {
        update(0, Walker.wearing(1, Walker.at(100)));

        assertThat(update(0.03, Walker.wearing(2, Walker.at(103)))).containsExactly(1);
    }

    @Test
    void in_the_place_of_somebody_lost_one_in_other_clothes_is_somebody_else() {
        update(0, Walker.wearing(1, Walker.at(100)));
        update(0.03);

        assertThat(update(0.5, Walker.wearing(2, Walker.at(140)))).isEmpty();
        assertThat(update(0.6, Walker.wearing(2, Walker.at(140)))).containsExactly(2);
    }

    @Test
    void somebody_lost_in_the_midst_of_the_picture_is_found_again_where_nobody_expected_them() {
        update(0, Walker.wearing(1, Walker.at(100)));
        update(0.03);

        assertThat(update(1.5, Walker.wearing(1, Walker.at(500)))).containsExactly(1);
    }

    @Test
    void who_is_too_far_away_or_comes_from_outside_is_not_the_one_who_was_lost() {
        update(0, Walker.wearing(1, Walker.at(100)));
        update(0.03);
        Candidate far = Walker.wearing(1, Walker.at(2000));
        Candidate entering = new Candidate(Walker.at(500), far.appearance(), true);

        assertThat(update(1.5, far, entering)).isEmpty();
        assertThat(update(1.6, far, entering)).containsExactly(2, 3);
    }

    @Test
    void two_lost_ones_in_equal_clothes_are_not_told_apart() {
        update(0, Walker.wearing(1, Walker.at(100)), Walker.wearing(1, Walker.at(900)));
        update(0.03);

        assertThat(update(1.5, Walker.wearing(1, Walker.at(500)))).isEmpty();
    }

    private List<Integer> update(double seconds, Candidate... candidates) {
        return tracker.update(List.of(candidates), Math.round(seconds * 1e6)).stream().map(Person::id).toList();
    }

    private List<Integer> ids(double seconds, Person... people) {
        return tracker.update(Stream.of(people).map(Walker::seen).toList(), Math.round(seconds * 1e6)).stream()
                .map(Person::id).toList();
    }

    private static Person score(Person person, float score) {
        return new Person(0, score, person.box(), person.keypoints(), person.joints3d(), person.translation(),
                person.body());
    }

    @Test
    void nobody_gets_an_id_of_the_tracker_before() {
        IntSupplier ids = new AtomicInteger()::incrementAndGet;
        List<Integer> given = new ArrayList<>();
        for (int tracker = 0; tracker < 2; tracker++) {
            Candidate walker = Walker.seen(Walker.at(100));
            given.addAll(new Tracker(TrackerSettings.defaults(), ids).update(List.of(walker), 0).stream()
                    .map(Person::id).toList());
        }

        assertThat(given).containsExactly(1, 2);
    }
}
