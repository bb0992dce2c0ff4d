package org.posescope.body.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Vector3;

class GroundTest {
    private static final Ground DOWN_30 = new Ground(new Vec3(0, -Math.sqrt(0.75), -0.5), 2);

    @Test
    void a_camera_that_looks_down_has_a_positive_pitch() {
        assertThat(DOWN_30.pitch()).isCloseTo(30, within(1e-9));
        assertThat(DOWN_30.roll()).isCloseTo(0, within(1e-9));
    }

    @Test
    void the_line_of_sight_meets_the_floor_where_it_should() {
        Vec3 met = new Vec3(0, 0, 4);
        assertThat(DOWN_30.above(met)).isCloseTo(0, within(1e-9));
        Vector3 world = DOWN_30.onFloor().toWorld(new Vector3(0, 0, 4));
        assertThat(world.x()).isCloseTo(0, within(1e-5f));
        assertThat(world.y()).isCloseTo(0, within(1e-5f));
        assertThat(world.z()).isCloseTo((float) Math.sqrt(12), within(1e-5f));
        assertThat(DOWN_30.atCamera().toWorld(new Vector3(0, 0, 4)).y()).isCloseTo(2, within(1e-5f));
    }

    @Test
    void a_floor_needs_a_direction_and_a_height() {
        assertThatThrownBy(() -> new Ground(Vec3.ZERO, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ground(Ground.LEVEL, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
