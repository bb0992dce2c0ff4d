package org.posescope.measure.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.body.floor.Ground;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

class PictureLineTest {
    private static final Camera CAMERA = StandingPeople.CAMERA;

    private static PictureLine seen(Vec3 from, Vec3 to) {
        return new PictureLine(x(from), y(from), x(to), y(to));
    }

    private static double x(Vec3 point) {
        return CAMERA.centerX() + CAMERA.focal() * point.x() / point.z();
    }

    private static double y(Vec3 point) {
        return CAMERA.centerY() + CAMERA.focal() * point.y() / point.z();
    }

    @Test
    void a_line_upright_to_the_line_of_sight_is_measured_at_its_depth() {
        assertThat(seen(new Vec3(-1, 0.5, 4), new Vec3(0.2, -0.4, 4)).atDepth(4, CAMERA)).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void a_line_on_the_floor_has_its_length_in_whatever_direction_it_lies_before_a_tilted_camera() {
        Rotation tilt = Rotation.about(Vec3.X, Math.toRadians(-20));
        Ground floor = new Ground(tilt.apply(Ground.LEVEL), 1.6);
        Vec3 from = tilt.apply(new Vec3(-0.5, 1.6, 3));
        Vec3 away = tilt.apply(new Vec3(-0.5, 1.6, 5));
        Vec3 across = tilt.apply(new Vec3(1, 1.6, 3));

        assertThat(seen(from, away).onFloor(floor, CAMERA).orElseThrow()).isCloseTo(2, within(1e-9));
        assertThat(seen(from, across).onFloor(floor, CAMERA).orElseThrow()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void a_line_that_ends_above_the_horizon_is_not_on_the_floor() {
        assertThat(new PictureLine(600, 700, 600, 350).onFloor(new Ground(Ground.LEVEL, 1.5), CAMERA)).isEmpty();
    }

    @Test
    void the_nearest_is_whose_box_it_is_in_and_of_two_who_is_in_front() {
        Person left = StandingPeople.at(1, -1, 4, 0);
        Person front = StandingPeople.at(2, 1, 3, 0);
        Person behind = StandingPeople.at(3, 1.4, 4.5, 0);
        List<Person> people = List.of(left, front, behind);

        assertThat(new PictureLine(380, 300, 400, 400).nearest(people)).contains(left);
        assertThat(new PictureLine(950, 300, 955, 400).nearest(people)).contains(behind);
        assertThat(new PictureLine(1200, 300, 1250, 400).nearest(people)).contains(front);
        assertThat(new PictureLine(0, 0, 1, 1).nearest(List.of())).isEmpty();
    }

    @Test
    void who_is_beside_it_says_how_far_away_it_is_by_their_body() {
        SeenLine line = new SeenLine(new PictureLine(600, 300, 600, 650), List.of(StandingPeople.at(4, 0, 4, 1)),
                CAMERA, Optional.empty());

        assertThat(line.metres(LengthPlane.PERSON, new PersonDepth(Optional.of(StandingPeople.MODEL))).orElseThrow())
                .isCloseTo(1.4, within(1e-6));
        assertThat(line.metres(LengthPlane.PERSON, new PersonDepth(Optional.empty()))).isEmpty();
        assertThat(line.metres(LengthPlane.FLOOR, new PersonDepth(Optional.empty()))).isEmpty();
    }

    @Test
    void a_line_to_nowhere_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PictureLine(0, 0, Double.NaN, 1));
    }
}
