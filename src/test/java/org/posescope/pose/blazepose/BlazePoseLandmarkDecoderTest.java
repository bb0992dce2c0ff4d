package org.posescope.pose.blazepose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pose.Joint;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.tensor.Tensor;

class BlazePoseLandmarkDecoderTest {
    private static final int LANDMARKS = 39;
    private static final float FAINT = -20;

    private final float[] landmarks = new float[LANDMARKS * 5];
    private final float[] heatmaps = new float[64 * 64 * LANDMARKS];
    private final float[] world = new float[LANDMARKS * 3];
    private final BlazePoseLandmarkDecoder decoder = new BlazePoseLandmarkDecoder(256);

    @BeforeEach
    void everything_in_the_middle_and_no_heat() {
        Arrays.fill(heatmaps, FAINT);
        for (int i = 0; i < LANDMARKS; i++) {
            place(i, 128, 128, 3);
        }
    }

    @Test
    void landmarks_are_turned_back_into_the_picture() {
        int wrist = Skeletons.BLAZEPOSE33.index("left_wrist");
        place(wrist, 256, 128, 2);
        Region region = new Region(400, 300, 200, 200, (float) (Math.PI / 2));

        Person person = decode(region).person();

        Keypoint point = person.ownKeypoints().points().get(wrist);
        assertThat(point.x()).isCloseTo(400, within(1e-3f));
        assertThat(point.y()).isCloseTo(400, within(1e-3f));
        assertThat(point.score()).isCloseTo(0.8808f, within(1e-4f));
        assertThat(person.keypoints().get(1).points().get(Skeletons.COCO17.index("left_wrist"))).isEqualTo(point);
    }

    @Test
    void metres_are_turned_with_the_region() {
        world[0] = 0.5f;
        world[2] = 0.1f;

        Joint nose = decode(new Region(0, 0, 10, 10, (float) (Math.PI / 2))).person().joints3d().orElseThrow().joints()
                .getFirst();

        assertThat(nose.x()).isCloseTo(0, within(1e-6f));
        assertThat(nose.y()).isCloseTo(0.5f, within(1e-6f));
        assertThat(nose.z()).isEqualTo(0.1f);
    }

    @Test
    void a_hot_spot_near_a_landmark_draws_it_there() {
        heat(0, 34, 31, 5);

        Keypoint nose = decode(new Region(128, 128, 256, 256, 0)).person().ownKeypoints().points().getFirst();

        assertThat(nose.x()).isCloseTo(34 * 4, within(0.01f));
        assertThat(nose.y()).isCloseTo(31 * 4, within(0.01f));
    }

    @Test
    void heat_out_of_reach_or_too_faint_moves_nothing() {
        heat(0, 40, 32, 5);
        heat(1, 33, 32, -1);

        Person person = decode(new Region(128, 128, 256, 256, 0)).person();

        assertThat(person.ownKeypoints().points().get(0).x()).isEqualTo(128);
        assertThat(person.ownKeypoints().points().get(1).x()).isEqualTo(128);
    }

    @Test
    void the_last_landmarks_tell_the_next_region() {
        place(33, 128, 160, 0);
        place(34, 128, 80, 0);

        PoseObservation observation = decode(new Region(128, 128, 256, 256, 0));

        assertThat(observation.nextRegion()).isEqualTo(new Region(128, 160, 200, 200, 0));
    }

    @Test
    void the_box_holds_the_visible_points_only() {
        for (int i = 0; i < 33; i++) {
            place(i, 100 + i, 100 + 2 * i, 3);
        }
        place(32, 250, 250, -3);

        Person person = decode(new Region(128, 128, 256, 256, 0)).person();

        assertThat(person.box().x()).isLessThan(100);
        assertThat(person.box().right()).isBetween(131f, 140f);
        assertThat(person.score()).isEqualTo(0.75f);
    }

    private PoseObservation decode(Region region) {
        return decoder.decode(region, Tensor.of(landmarks, 1, 195), Tensor.of(new float[] {0.75f}, 1, 1),
                Tensor.of(heatmaps, 1, 64, 64, LANDMARKS), Tensor.of(world, 1, 117));
    }

    private void place(int landmark, float x, float y, float visibilityLogit) {
        landmarks[landmark * 5] = x;
        landmarks[landmark * 5 + 1] = y;
        landmarks[landmark * 5 + 3] = visibilityLogit;
    }

    private void heat(int landmark, int column, int row, float logit) {
        heatmaps[(row * 64 + column) * LANDMARKS + landmark] = logit;
    }
}
