package org.posescope.pose.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;

class FaceRegionsTest {
    @Test
    void the_head_of_a_pose_is_three_times_as_long_as_the_box_of_its_points() {
        List<Keypoint> points = points(Skeletons.BLAZEPOSE33.size());
        points.set(Skeletons.BLAZEPOSE33.index("left_ear"), new Keypoint(140, 100, 1));
        points.set(Skeletons.BLAZEPOSE33.index("right_mouth"), new Keypoint(100, 120, 1));
        points.set(Skeletons.BLAZEPOSE33.index("left_eye"), new Keypoint(110, 100, 1));
        points.set(Skeletons.BLAZEPOSE33.index("left_foot_index"), new Keypoint(900, 900, 1));

        assertThat(FaceRegions.ofPose(new Keypoints(Skeletons.BLAZEPOSE33, points)))
                .isEqualTo(new Region(120, 110, 120, 120, 0));
    }

    @Test
    void the_next_region_is_turned_as_the_corners_of_the_eyes_lie() {
        List<Keypoint> points = points(Skeletons.FACE468.size());
        points.set(263, new Keypoint(140, 140, 1));

        assertThat(FaceRegions.ofLandmarks(new Keypoints(Skeletons.FACE468, points)))
                .isEqualTo(new Region(120, 120, 60, 60, (float) (Math.PI / 4)));
    }

    private static List<Keypoint> points(int count) {
        return new ArrayList<>(Collections.nCopies(count, new Keypoint(100, 100, 1)));
    }
}
