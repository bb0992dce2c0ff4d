package org.posescope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

class SideKeeperTest {
    private final SideKeeper sides = new SideKeeper();

    /** Somebody at a place whose left is where the right was before. */
    private static Person exchanged(Person person) {
        Skeleton coco = Skeletons.COCO17;
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < coco.size(); i++) {
            points.add(person.ownKeypoints().points().get(coco.mirror(i)));
        }
        return new Person(person.id(), person.score(), person.box(), List.of(new Keypoints(coco, points)),
                person.joints3d(), person.translation(), person.body());
    }

    private static Person at(double x) {
        Person person = Walker.at(x).withId(1);
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < Skeletons.COCO17.size(); i++) {
            Keypoint point = person.ownKeypoints().points().get(i);
            float aside = switch (Skeletons.COCO17.side(i)) {
                case LEFT -> 30;
                case RIGHT -> -30;
                case MIDDLE -> 0;
            };
            points.add(new Keypoint((float) x + aside, point.y(), point.score()));
        }
        return new Person(1, person.score(), person.box(), List.of(new Keypoints(Skeletons.COCO17, points)),
                person.joints3d(), person.translation(), person.body());
    }

    private List<Person> shown(double seconds, Person person) {
        return sides.keep(List.of(person), Math.round(seconds * 1e6));
    }

    @Test
    void an_exchange_in_single_frames_is_refused() {
        shown(0, at(100));

        assertThat(shown(0.03, exchanged(at(103)))).containsExactly(at(103));
        assertThat(shown(0.06, at(106))).containsExactly(at(106));
        assertThat(shown(0.09, exchanged(at(109)))).containsExactly(at(109));
    }

    @Test
    void an_exchange_that_lasts_is_believed() {
        shown(0, at(100));

        assertThat(shown(0.1, exchanged(at(100)))).containsExactly(at(100));
        assertThat(shown(0.3, exchanged(at(100)))).containsExactly(at(100));
        assertThat(shown(0.4, exchanged(at(100)))).containsExactly(exchanged(at(100)));
        assertThat(shown(0.5, exchanged(at(100)))).containsExactly(exchanged(at(100)));
    }

    @Test
    void the_side_that_was_seen_for_longer_is_believed() {
        for (int frame = 0; frame < 40; frame++) {
            shown(frame * 0.1, at(100));
        }

        for (int frame = 40; frame < 50; frame++) {
            assertThat(shown(frame * 0.1, exchanged(at(100)))).containsExactly(at(100));
        }
        for (int frame = 50; frame < 60; frame++) {
            shown(frame * 0.1, exchanged(at(100)));
        }
        assertThat(shown(6, exchanged(at(100)))).containsExactly(exchanged(at(100)));
        assertThat(shown(6.1, at(100))).containsExactly(exchanged(at(100)));
    }

    @Test
    void somebody_without_an_identity_stays_as_they_are() {
        shown(0, at(100).withId(0));

        assertThat(shown(0.03, exchanged(at(100)).withId(0))).containsExactly(exchanged(at(100)).withId(0));
    }

    @Test
    void who_comes_back_after_a_long_time_may_have_turned() {
        shown(0, at(100));

        assertThat(shown(5, exchanged(at(100)))).containsExactly(exchanged(at(100)));
    }
}
