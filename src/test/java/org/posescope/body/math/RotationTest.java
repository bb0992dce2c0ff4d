package org.posescope.body.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
    private static final double TOLERANCE = 1e-12;
    private static final Rotation SOME = Rotation.about(new Vec3(1, -2, 3).unit(), 1.1);

    @Test
    void a_quarter_turn_about_z_brings_x_to_y() {
        assertClose(Rotation.about(Vec3.Z, Math.PI / 2).apply(Vec3.X), Vec3.Y);
    }

    @Test
    void a_product_turns_by_the_right_factor_first() {
        Rotation first = Rotation.about(Vec3.X, 0.7);
        Vec3 p = new Vec3(0.3, -0.4, 0.5);
        assertClose(SOME.times(first).apply(p), SOME.apply(first.apply(p)));
        assertClose(SOME.inverse().apply(SOME.apply(p)), p);
    }

    @Test
    void the_matrix_turns_as_the_quaternion_does() {
        Vec3 p = new Vec3(0.3, -0.4, 0.5);
        double[] m = SOME.matrix();
        assertClose(SOME.apply(p), new Vec3(m[0] * p.x() + m[1] * p.y() + m[2] * p.z(),
                m[3] * p.x() + m[4] * p.y() + m[5] * p.z(), m[6] * p.x() + m[7] * p.y() + m[8] * p.z()));
    }

    @Test
    void between_is_the_shortest_way_from_one_direction_to_another() {
        Rotation rotation = Rotation.between(new Vec3(2, 0, 0), new Vec3(0, 3, 0));
        assertClose(rotation.apply(Vec3.X), Vec3.Y);
        assertClose(rotation.apply(Vec3.Z), Vec3.Z);
    }

    @Test
    void aligning_brings_the_first_direction_exactly_and_the_second_as_near_as_it_can() {
        Vec3 slanted = new Vec3(0.5, 0, 1);
        Rotation rotation = Rotation.aligning(Vec3.Y, slanted, Vec3.X, Vec3.Z);
        assertClose(rotation.apply(Vec3.Y), Vec3.X);
        assertClose(rotation.apply(slanted).without(Vec3.X).unit(), Vec3.Z);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -1, 0, 0.5, 3.1})
    void the_twist_is_the_part_of_a_rotation_about_an_axis(double angle) {
        Rotation swing = Rotation.about(new Vec3(0, 3, -4).unit(), 0.8);
        assertThat(swing.times(Rotation.about(Vec3.X, angle)).twist(Vec3.X)).isCloseTo(angle, within(TOLERANCE));
    }

    @Test
    void a_mirrored_rotation_does_to_mirrored_points_what_it_did_to_the_points() {
        Vec3 p = new Vec3(0.3, -0.4, 0.5);
        assertClose(SOME.mirrored().apply(p.mirrored()), SOME.apply(p).mirrored());
    }

    @Test
    void the_mean_of_rotations_about_one_axis_is_half_way_whatever_the_signs_of_their_quaternions() {
        RotationSum sum = new RotationSum();
        Rotation turned = Rotation.about(Vec3.Y, 1);
        sum.add(0.5, Rotation.IDENTITY);
        sum.add(0.5, new Rotation(-turned.w(), -turned.x(), -turned.y(), -turned.z()));
        assertThat(sum.mean().twist(Vec3.Y)).isCloseTo(0.5, within(TOLERANCE));
    }

    private static void assertClose(Vec3 actual, Vec3 expected) {
        assertThat(actual.distance(expected)).as("%s, expected %s", actual, expected).isLessThan(TOLERANCE);
    }

    @Test
    void a_share_of_a_rotation_turns_about_the_same_axis_by_so_much_of_the_angle() {
        Vec3 axis = new Vec3(1, -2, 0.5).unit();
        Rotation half = Rotation.about(axis, 1.2).share(0.5);
        assertThat(half.twist(axis)).isCloseTo(0.6, within(1e-12));
        assertThat(half.apply(axis).distance(axis)).isLessThan(1e-12);
        assertThat(Rotation.about(axis, 2 * Math.PI - 0.4).share(0.5).twist(axis)).isCloseTo(-0.2, within(1e-12));
        assertThat(Rotation.IDENTITY.share(0.3)).isEqualTo(Rotation.IDENTITY);
    }
}
