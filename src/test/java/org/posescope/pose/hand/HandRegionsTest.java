package org.posescope.pose.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

class HandRegionsTest {
    private static final float QUARTER = (float) (Math.PI / 2);

    private final List<Keypoint> pose = new ArrayList<>(
            Collections.nCopies(Skeletons.BLAZEPOSE33.size(), new Keypoint(0, 0, 0.9f)));

    @Test
    void a_hand_that_points_upwards_is_looked_for_upright_and_a_little_above_its_fingers() {
        hand(new Keypoint(100, 200, 0.9f), new Keypoint(110, 150, 0.9f), new Keypoint(80, 150, 0.9f));

        Region region = HandRegions.ofPose(pose(), "left_").orElseThrow();

        assertRegion(region, 100, 150 - 10, 270, 0);
    }

    @Test
    void a_hand_that_points_to_the_right_is_looked_for_turned() {
        hand(new Keypoint(100, 200, 0.9f), new Keypoint(150, 200, 0.9f), new Keypoint(150, 200, 0.9f));

        Region region = HandRegions.ofPose(pose(), "left_").orElseThrow();

        assertRegion(region, 150 + 10, 200, 270, QUARTER);
    }

    @Test
    void a_hand_whose_wrist_is_hidden_is_not_looked_for() {
        hand(new Keypoint(100, 200, 0.1f), new Keypoint(110, 150, 0.9f), new Keypoint(80, 150, 0.9f));

        assertThat(HandRegions.ofPose(pose(), "left_")).isEmpty();
        assertThat(HandRegions.ofPose(pose(), "right_")).isPresent();
    }

    @Test
    void the_second_point_of_the_recrop_lies_below_the_hand() {
        Region around = new Region(500, 500, 512, 512, 0);

        assertRegion(HandRecrop.decode(around, points(128, 128, 128, 178), 256), 500, 500 - 20, 200, 0);
        assertRegion(HandRecrop.decode(around, points(128, 128, 78, 128), 256), 500 + 20, 500, 200, QUARTER);
    }

    @Test
    void the_points_of_a_recrop_are_turned_back_with_the_region_that_it_saw() {
        Region around = new Region(500, 500, 512, 512, QUARTER);

        assertRegion(HandRecrop.decode(around, points(128, 128, 128, 178), 256), 500 + 20, 500, 200, QUARTER);
    }

    @Test
    void the_next_region_is_twice_the_palm_whatever_the_fingertips_do() {
        List<Keypoint> points = new ArrayList<>(
                IntStream.range(0, 21).mapToObj(i -> new Keypoint(100, 180, 1)).toList());
        points.set(0, new Keypoint(100, 200, 1));
        for (int knuckle : new int[] {5, 9, 13}) {
            points.set(knuckle, new Keypoint(100, 140, 1));
        }
        points.set(17, new Keypoint(130, 180, 1));
        points.set(8, new Keypoint(-900, -900, 1));

        Region region = HandRegions.ofLandmarks(new Keypoints(Skeletons.HAND21, points));

        assertRegion(region, 115, 170 - 6, 120, 0);
    }

    private void hand(Keypoint wrist, Keypoint index, Keypoint pinky) {
        pose.set(Skeletons.BLAZEPOSE33.index("left_wrist"), wrist);
        pose.set(Skeletons.BLAZEPOSE33.index("left_index"), index);
        pose.set(Skeletons.BLAZEPOSE33.index("left_pinky"), pinky);
    }

    private Keypoints pose() {
        return new Keypoints(Skeletons.BLAZEPOSE33, pose);
    }

    private static Tensor points(float... values) {
        return Tensor.of(values, 1, 1, 1, 4);
    }

    private static void assertRegion(Region region, float x, float y, float side, float rotation) {
        assertThat(region.centerX()).isCloseTo(x, within(0.01f));
        assertThat(region.centerY()).isCloseTo(y, within(0.01f));
        assertThat(region.width()).isCloseTo(side, within(0.01f));
        assertThat(region.height()).isCloseTo(side, within(0.01f));
        assertThat(Math.IEEEremainder(region.rotation() - rotation, 2 * Math.PI)).isCloseTo(0, within(1e-5));
    }
}
