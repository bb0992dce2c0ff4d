package org.posescope.app.scene3d.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.app.scene3d.posed.Bodies;
import org.posescope.app.scene3d.posed.Extent;
import org.posescope.app.scene3d.posed.PosedPerson;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.SourceView;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.scene.OrbitCamera;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Camera;
import org.posescope.pose.Vector3;

class CameraDirectorTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private final CameraDirector director = new CameraDirector();

    @BeforeEach
    void size() {
        director.resize(WIDTH, HEIGHT);
    }

    private static PosedScene moment(int selected, PosedPerson... people) {
        return new PosedScene(0, List.of(people), 1.4, Optional.empty(), selected,
                new SourceView(Camera.ofFieldOfView(60, 100, 100), 100, 100));
    }

    private static PosedPerson person(int id, float x, float z) {
        Extent extent = new Extent(new Vector3(x - 0.4f, -0.3f, z - 0.3f), new Vector3(x + 0.4f, 1.4f, z + 0.3f));
        Vector3 hips = new Vector3(x, 0.5f, z);
        return new PosedPerson(id, id, Optional.empty(), new Skeleton3d(id, Bodies.joints(0.9f, 1), hips), List.of(),
                hips, hips, extent);
    }

    private void rest() {
        for (int i = 0; i < 600 && director.moving(); i++) {
            director.step(0.016);
        }
        assertThat(director.moving()).isFalse();
    }

    /** Whether all corners of a person are in the picture, with room for the controls. */
    private static boolean sees(OrbitCamera orbit, PosedPerson person) {
        RigidTransform view = orbit.view();
        double slope = Math.tan(orbit.fieldOfView() / 2);
        for (Vector3 corner : List.of(person.extent().min(), person.extent().max())) {
            double depth = view.z(corner.x(), corner.y(), corner.z());
            double x = view.x(corner.x(), corner.y(), corner.z()) / depth / slope * HEIGHT / WIDTH;
            double y = view.y(corner.x(), corner.y(), corner.z()) / depth / slope;
            if (depth <= 0 || Math.abs(x) > 0.81 || Math.abs(y) > 0.81) {
                return false;
            }
        }
        return true;
    }

    @Test
    void the_first_people_are_framed_at_once() {
        PosedPerson left = person(1, -1, 3);
        PosedPerson right = person(2, 1.5f, 5);
        director.show(moment(0, left, right));

        assertThat(director.moving()).isFalse();
        assertThat(director.orbit()).matches(orbit -> sees(orbit, left)).matches(orbit -> sees(orbit, right));
    }

    @ParameterizedTest
    @CsvSource({"FRONT, 0, 6", "SIDE, 90, 6", "TOP, 0, 89", "FOLLOW, -26, 11"})
    void presets_look_from_their_side_and_see_everybody(CameraPreset preset, double azimuth, double elevation) {
        PosedPerson person = person(1, 0.5f, 3);
        director.show(moment(0, person));
        director.turn(1, 0.2);
        director.choose(preset);
        rest();

        assertThat(Math.toDegrees(director.orbit().azimuth())).isCloseTo(azimuth, within(1e-6));
        assertThat(Math.toDegrees(director.orbit().elevation())).isCloseTo(elevation, within(1e-6));
        assertThat(director.orbit()).matches(orbit -> sees(orbit, person));
    }

    @Test
    void the_way_to_a_preset_is_smooth() {
        director.show(moment(0, person(1, 0, 3)));
        double before = director.orbit().azimuth();
        director.choose(CameraPreset.SIDE);
        director.step(0.016);

        assertThat(director.moving()).isTrue();
        assertThat(director.orbit().azimuth()).isBetween(before + 0.01, before + 0.5);
    }

    @Test
    void following_keeps_the_selected_person_in_the_middle_and_the_angle_the_user_s() {
        director.show(moment(2, person(1, 0, 3), person(2, 1, 3)));
        director.turn(0.7, 0);
        double azimuth = director.orbit().azimuth();
        director.show(moment(2, person(1, 0, 3), person(2, 3, 4)));
        rest();

        assertThat(director.preset()).isEqualTo(CameraPreset.FOLLOW);
        assertThat(director.orbit().target()).isEqualTo(new Vector3(3, 0.5f, 4));
        assertThat(director.orbit().azimuth()).isEqualTo(azimuth);
    }

    @Test
    void other_presets_stay_where_they_are_when_people_move() {
        director.choose(CameraPreset.FRONT);
        director.show(moment(0, person(1, 0, 3)));
        OrbitCamera before = director.orbit();
        director.show(moment(0, person(1, 2, 3)));

        assertThat(director.orbit()).isEqualTo(before);
        assertThat(director.moving()).isFalse();
    }

    @Test
    void turning_makes_a_fixed_preset_free_and_panning_ends_following() {
        director.show(moment(0, person(1, 0, 3)));
        director.pan(0.1, 0);
        assertThat(director.preset()).isEqualTo(CameraPreset.FREE);

        director.choose(CameraPreset.FRONT);
        director.turn(0.1, 0);
        assertThat(director.preset()).isEqualTo(CameraPreset.FREE);
    }

    @Test
    void panning_moves_the_picture_by_as_much_as_the_mouse() {
        director.choose(CameraPreset.FRONT);
        director.show(moment(0, person(1, 0, 3)));
        OrbitCamera before = director.orbit();
        director.pan(0.25, 0);
        double height = 2 * before.distance() * Math.tan(before.fieldOfView() / 2);

        assertThat((double) director.orbit().target().x()).isCloseTo(before.target().x() + 0.25 * height,
                within(1e-5));
    }

    @Test
    void the_camera_stays_above_ground_and_below_the_zenith_and_at_a_distance() {
        director.turn(0, -3);
        assertThat(Math.toDegrees(director.orbit().elevation())).isCloseTo(-5, within(1e-6));
        director.turn(0, 3);
        assertThat(Math.toDegrees(director.orbit().elevation())).isCloseTo(89, within(1e-6));
        director.zoom(1e-9);
        rest();
        assertThat(director.orbit().distance()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void a_zoom_is_kept_while_following_until_people_are_framed_again() {
        director.show(moment(0, person(1, 0, 3)));
        double framed = director.orbit().distance();
        director.zoom(0.3);
        director.show(moment(0, person(1, 0.1f, 3)));
        rest();
        assertThat(director.orbit().distance()).isCloseTo(0.3 * framed, within(1e-6));

        director.frame();
        rest();
        assertThat(director.orbit().distance()).isCloseTo(framed, within(0.2));
    }

    @Test
    void the_source_camera_is_in_view_when_it_is_shown() {
        director.choose(CameraPreset.SIDE);
        director.show(moment(0, person(1, 0, 6)));
        double before = director.orbit().distance();
        director.includeSource(true);
        rest();

        assertThat(director.orbit().distance()).isGreaterThan(before + 2);
        assertThat(director.orbit().target().z()).isBetween(2.5f, 3.5f);
    }

    @Test
    void a_new_size_keeps_the_angle() {
        director.show(moment(0, person(1, 0, 3)));
        director.turn(0.5, 0.1);
        OrbitCamera before = director.orbit();
        director.resize(300, 600);

        assertThat(director.orbit().azimuth()).isEqualTo(before.azimuth());
        assertThat(director.orbit().elevation()).isEqualTo(before.elevation());
    }
}
