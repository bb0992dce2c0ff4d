package org.posescope.draw.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.pose.Vector3;

class OrbitCameraTest {
    private static final Vector3 TARGET = new Vector3(0.5f, -1, 3);

    @ParameterizedTest
    @CsvSource({"0, 0", "0.7, 0.3", "-2.5, 1.2", "3.1, -0.6", "1, 9"})
    void the_target_is_straight_ahead_at_the_distance(double azimuth, double elevation) {
        RigidTransform view = new OrbitCamera(azimuth, elevation, 4, TARGET, 0.6).view();

        assertThat(view.x(0.5f, -1, 3)).isCloseTo(0, within(1e-5f));
        assertThat(view.y(0.5f, -1, 3)).isCloseTo(0, within(1e-5f));
        assertThat(view.z(0.5f, -1, 3)).isCloseTo(4, within(1e-5f));
    }

    @Test
    void azimuth_zero_has_the_axes_of_the_source_camera() {
        RigidTransform view = new OrbitCamera(0, 0, 4, TARGET, 0.6).view();

        assertThat(view.turn(new Vector3(1, 2, 3))).isEqualTo(new Vector3(1, 2, 3));
    }

    @Test
    void it_goes_to_the_right_with_azimuth_and_up_with_elevation() {
        Vector3 right = new OrbitCamera(Math.PI / 2, 0, 4, TARGET, 0.6).position();
        Vector3 above = new OrbitCamera(0, 0.5, 4, TARGET, 0.6).position();

        assertThat(right.x()).isCloseTo(4.5f, within(1e-5f));
        assertThat(right.z()).isCloseTo(3, within(1e-5f));
        assertThat(above.y()).isCloseTo((float) (-1 - 4 * Math.sin(0.5)), within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.2", "0.7, 0.5", "-2.5, 1.2"})
    void rows_of_the_floor_are_where_the_camera_sees_them(double azimuth, double elevation) {
        OrbitCamera orbit = new OrbitCamera(azimuth, elevation, 4, TARGET, 0.6);
        PinholeCamera camera = orbit.pinhole(640, 480);
        FloorRows rows = new FloorRows(orbit, 640, 480, 0.2);

        assertThat(rows.at(400.5)).isTrue();
        float x = (float) (rows.x() + 100 * rows.xPerColumn());
        float z = (float) (rows.z() + 100 * rows.zPerColumn());
        RigidTransform view = orbit.view();
        float depth = view.z(x, 0.2f, z);
        assertThat(camera.fx() * view.x(x, 0.2f, z) / depth + camera.cx()).isCloseTo(100.5, within(0.01));
        assertThat(camera.fy() * view.y(x, 0.2f, z) / depth + camera.cy()).isCloseTo(400.5, within(0.01));
    }

    @Test
    void rows_above_the_horizon_do_not_see_the_floor() {
        FloorRows rows = new FloorRows(new OrbitCamera(0.4, 0, 4, TARGET, 0.6), 640, 480, 0.2);

        assertThat(rows.at(239.5)).isFalse();
        assertThat(rows.at(300.5)).isTrue();
    }

    @Test
    void no_distance_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrbitCamera(0, 0, 0, TARGET, 0.6));
    }
}
