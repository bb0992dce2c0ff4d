package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.people.PlaceStage.LineOfSight;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;

class LineOfSightTest {
    private static final Camera CAMERA = Camera.ofFocal(1000, 1280, 720);
    private static final Joints3d AHEAD = joints(new Joint(0, 0, 1, 0.5f));

    private static Joints3d joints(Joint all) {
        return new Joints3d(Skeletons.COCO17, Collections.nCopies(17, all));
    }

    private static Keypoints keypoints(float x, float y) {
        return new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(x, y, 1)));
    }

    @Test
    void in_the_middle_of_the_picture_nothing_turns() {
        assertThat(LineOfSight.toMiddle(keypoints(640, 360), CAMERA).turn(AHEAD)).isEqualTo(AHEAD);
    }

    @Test
    void what_lies_straight_behind_the_hips_lies_on_the_ray_through_them() {
        Joint turned = LineOfSight.toMiddle(keypoints(1240, 60), CAMERA).turn(AHEAD).joints().getFirst();
        assertThat(turned.x() / turned.z()).isCloseTo(0.6f, within(1e-5f));
        assertThat(turned.y() / turned.z()).isCloseTo(-0.3f, within(1e-5f));
        assertThat(Math.hypot(turned.x(), Math.hypot(turned.y(), turned.z()))).isCloseTo(1, within(1e-6));
        assertThat(turned.score()).isEqualTo(0.5f);
    }

    @Test
    void only_the_hips_tell_where_somebody_is() {
        List<Keypoint> points = new ArrayList<>(keypoints(0, 0).points());
        points.set(Skeletons.COCO17.index("left_hip"), new Keypoint(600, 360, 1));
        points.set(Skeletons.COCO17.index("right_hip"), new Keypoint(680, 360, 1));
        assertThat(LineOfSight.toMiddle(new Keypoints(Skeletons.COCO17, points), CAMERA).turn(AHEAD)).isEqualTo(AHEAD);
    }
}
