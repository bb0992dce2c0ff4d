package org.posescope.body.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Person;

class FloorEstimatorTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final long FRAME_MICROS = 40_000;
    private static final double DOWN = Math.toRadians(15);
    private static final Ground TRUE = new Ground(new Vec3(0, -Math.cos(DOWN), -Math.sin(DOWN)), 1.6);

    private final StandingPeople people = new StandingPeople(MODEL, TRUE);
    private final FloorEstimator estimator = new FloorEstimator(Optional.of(MODEL));

    private Standing after(int frames, List<Person> seen) {
        Optional<Standing> standing = Optional.empty();
        for (int frame = 0; frame < frames; frame++) {
            standing = estimator.at(seen, frame * FRAME_MICROS);
        }
        return standing.orElseThrow();
    }

    /** Of the mesh, in the upright world at the camera. */
    private static double lowest(Person person) {
        BodyParameters body = person.body().orElseThrow();
        BodyPoser poser = new BodyPoser(MODEL);
        poser.pose(body);
        double lowest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < poser.vertices().length; i += 3) {
            lowest = Math.max(lowest, poser.vertices()[i]);
        }
        return lowest;
    }

    @Test
    void the_floor_of_somebody_who_stands_is_known_from_the_first_frame_on() {
        Standing first = after(1, List.of(people.at(1, 0.3, 4, 0)));
        assertThat(first.ground().pitch()).isCloseTo(15, within(4.0));
        assertThat(first.ground().height()).isCloseTo(1.6, within(0.3));
    }

    @Test
    void people_who_stand_at_several_places_tell_the_tilt_and_the_height() {
        Standing standing = after(50, List.of(people.at(1, -1, 3, 0), people.at(2, 0, 4.5, 0), people.at(3, 1, 6, 0)));
        assertThat(standing.ground().pitch()).isCloseTo(15, within(2.0));
        assertThat(standing.ground().roll()).isCloseTo(0, within(1.0));
        assertThat(standing.ground().height()).isCloseTo(1.6, within(0.12));
    }

    @Test
    void people_whose_sizes_are_wrong_stand_on_one_floor() {
        List<Person> seen = List.of(people.at(1, -0.5, 4, 0.07), people.at(2, 0.5, 4, -0.06));
        Standing standing = after(50, seen);
        List<Person> upright = standing.atCamera(seen, Optional.of(MODEL));
        double floor = standing.ground().height();
        assertThat(lowest(upright.get(0))).isCloseTo(floor, within(0.02));
        assertThat(lowest(upright.get(1))).isCloseTo(floor, within(0.02));
    }

    @Test
    void wrong_distances_do_not_look_like_a_floor_along_the_line_of_sight() {
        Ground steep = new Ground(new Vec3(0, -Math.cos(2 * DOWN), -Math.sin(2 * DOWN)), 2.2);
        StandingPeople below = new StandingPeople(MODEL, steep);
        Random random = new Random(3);
        for (int frame = 0; frame < 100; frame++) {
            double share = 0.08 * random.nextGaussian();
            estimator.at(Stream.of(below.at(1, -0.5, 3, 0), below.at(2, 0.5, 3.6, 0))
                    .map(person -> farther(person, share)).toList(), frame * FRAME_MICROS);
        }
        assertThat(estimator.ground().orElseThrow().pitch()).isCloseTo(30, within(4.0));
        assertThat(estimator.ground().orElseThrow().height()).isCloseTo(2.2, within(0.25));
    }

    /** Somebody who is taken to be farther away along the line of sight. */
    private static Person farther(Person person, double share) {
        Vec3 middle = Lift.middle(person).orElseThrow();
        return Lift.moved(person, middle.times(share));
    }

    @Test
    void what_is_shown_stays_where_it_is_while_nothing_is_clearly_wrong() {
        List<Person> seen = List.of(people.at(1, 0, 4, 0));
        Ground before = after(50, seen).ground();
        Standing after = estimator.at(List.of(people.at(1, 0, 4, 0.01)), 50 * FRAME_MICROS).orElseThrow();
        assertThat(after.ground()).isEqualTo(before);
    }

    @Test
    void somebody_on_a_ladder_is_left_there() {
        List<Person> seen = List.of(people.at(1, -1, 4, 0), people.at(2, 0, 4.5, 0), people.at(3, 1, 5, 1));
        Standing standing = after(50, seen);
        assertThat(standing.ground().height()).isCloseTo(1.6, within(0.12));
        double floor = standing.ground().height();
        assertThat(floor - lowest(standing.atCamera(seen, Optional.of(MODEL)).get(2))).isCloseTo(1, within(0.15));
    }

    @Test
    void of_two_levels_the_floor_is_the_lower_one() {
        Standing standing = after(50, List.of(people.at(1, -1, 4, 1), people.at(2, 1, 4.5, 0)));
        assertThat(standing.ground().height()).isCloseTo(1.6, within(0.2));
    }

    @Test
    void who_leans_on_the_hands_does_not_tell_where_up_is() {
        Ground level = new Ground(Ground.LEVEL, 1.2);
        Standing standing = after(50, List.of(new StandingPeople(MODEL, level).onHandsAndFeet(1, 0, 3)));
        assertThat(standing.ground().roll()).isCloseTo(0, within(1.0));
    }

    @Test
    void when_nobody_stands_on_the_floor_any_more_it_is_looked_for_anew() {
        after(100, List.of(people.at(1, -0.5, 4, 0), people.at(2, 0.5, 4, 0)));
        StandingPeople lower = new StandingPeople(MODEL, new Ground(TRUE.up(), 2.6));
        List<Person> seen = List.of(lower.at(1, -0.5, 4, 0), lower.at(2, 0.5, 4, 0));
        Standing standing = null;
        for (int frame = 100; frame < 200; frame++) {
            standing = estimator.at(seen, frame * FRAME_MICROS).orElseThrow();
        }
        assertThat(standing.ground().height()).isCloseTo(2.6, within(0.2));
    }

    @Test
    void a_second_on_a_box_does_not_make_it_the_floor() {
        double before = after(50, List.of(people.at(1, 0, 4, 0))).ground().height();
        Standing standing = null;
        for (int frame = 50; frame < 75; frame++) {
            standing = estimator.at(List.of(people.at(1, 0, 4, 0.6)), frame * FRAME_MICROS).orElseThrow();
        }
        assertThat(standing.ground().height()).isCloseTo(before, within(0.3));
    }

    @Test
    void without_anybody_nothing_is_known() {
        assertThat(estimator.at(List.of(), 0)).isEmpty();
        assertThat(estimator.ground()).isEmpty();
    }
}
