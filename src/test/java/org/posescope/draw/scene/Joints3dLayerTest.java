package org.posescope.draw.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.draw.HudFigures;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class Joints3dLayerTest {
    private static final int SIDE = 101;

    private final Canvas canvas = new Canvas(Arena.ofAuto().allocate(4L * SIDE * SIDE), SIDE, SIDE);
    private final Joints3dLayer layer = new Joints3dLayer((width, height) -> Camera.ofFocal(100, width, height));

    /** All joints at one place, metres, camera frame. */
    private static Person person(Optional<Vector3> place) {
        return new Person(1, 1, new Box(0, 0, 10, 10),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(0, 0, 1)))),
                Optional.of(new Joints3d(Skeletons.COCO17, Collections.nCopies(17, new Joint(0, 0, 0, 1)))), place,
                Optional.empty());
    }

    @Test
    void joints_are_drawn_where_the_camera_sees_them() {
        layer.draw(canvas, List.of(person(Optional.of(new Vector3(0.3f, -0.2f, 1)))), 0, HudFigures.NONE);

        assertThat(canvas.pixel(80, 30)).isNotZero();
        assertThat(canvas.pixel(50, 50)).isZero();
        assertThat(canvas.pixel(20, 70)).isZero();
    }

    @Test
    void people_without_a_place_are_left_out() {
        layer.draw(canvas, List.of(person(Optional.empty())), 0, HudFigures.NONE);

        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertThat(canvas.pixel(x, y)).isZero();
            }
        }
    }
}
