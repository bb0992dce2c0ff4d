package org.posescope.body.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class RotationFitTest {
    private static final List<Vec3> POINTS = List.of(new Vec3(0, 0, 0), new Vec3(1, 0, 0.2), new Vec3(0, 2, 0),
            new Vec3(-0.4, 0.3, 1));

    @Test
    void points_that_were_turned_and_moved_tell_how_they_were_turned() {
        Rotation turn = Rotation.about(new Vec3(0.3, -0.8, 0.5).unit(), 2.1);
        List<Vec3> turned = POINTS.stream().map(point -> turn.apply(point).plus(new Vec3(3, -1, 7))).toList();

        Rotation found = RotationFit.between(POINTS, turned);

        POINTS.forEach(point -> assertThat(found.apply(point).distance(turn.apply(point))).isCloseTo(0,
                within(1e-9)));
    }

    @Test
    void a_mirror_image_is_no_rotation_and_the_nearest_one_is_found() {
        List<Vec3> mirrored = POINTS.stream().map(Vec3::mirrored).toList();

        Rotation found = RotationFit.between(POINTS, mirrored);

        assertThat(found.apply(Vec3.X).cross(found.apply(Vec3.Y)).distance(found.apply(Vec3.Z))).isCloseTo(0,
                within(1e-9));
    }
}
