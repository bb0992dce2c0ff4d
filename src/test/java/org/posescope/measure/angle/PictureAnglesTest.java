package org.posescope.measure.angle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;

class PictureAnglesTest {
    private static final double PRECISION = 0.01;

    /** Somebody who stands upright and goes right: right leg, arm forward. */
    @Test
    void somebody_who_stands_upright_has_no_flexion() {
        Map<PictureAngle, Double> angles = PictureAngles.of(standing(1), 0.3);

        assertThat(angles.get(PictureAngle.RIGHT_KNEE)).isCloseTo(0, within(PRECISION));
        assertThat(angles.get(PictureAngle.RIGHT_HIP)).isCloseTo(0, within(PRECISION));
        assertThat(angles.get(PictureAngle.RIGHT_ANKLE)).isCloseTo(0, within(PRECISION));
        assertThat(angles.get(PictureAngle.RIGHT_ELBOW)).isCloseTo(90, within(PRECISION));
        assertThat(angles.get(PictureAngle.RIGHT_SHANK_SEGMENT)).isCloseTo(-90, within(PRECISION));
    }

    @Test
    void who_goes_left_has_the_same_angles() {
        Map<PictureAngle, Double> right = PictureAngles.of(standing(1), 0.3);
        Map<PictureAngle, Double> left = PictureAngles.of(standing(-1), 0.3);

        for (PictureAngle angle : List.of(PictureAngle.RIGHT_KNEE, PictureAngle.RIGHT_ELBOW,
                PictureAngle.RIGHT_ANKLE)) {
            assertThat(left.get(angle)).isCloseTo(right.get(angle), within(PRECISION));
        }
    }

    /** By the scalar product, which knows no sign, and by the cross product, which knows the sign alone. */
    @Test
    void angles_equal_an_independent_computation() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<Keypoint> points = new ArrayList<>();
            for (int i = 0; i < 33; i++) {
                points.add(new Keypoint(100 * random.nextFloat(), 100 * random.nextFloat(), 1));
            }
            Keypoints person = new Keypoints(Skeletons.BLAZEPOSE33, points);
            double direction = x(person, "right_foot_index") - x(person, "right_heel");
            double hand = direction < 0 ? -1 : 1;
            double[] hip = at(person, "right_hip");
            double[] knee = at(person, "right_knee");
            double[] ankle = at(person, "right_ankle");
            double[] thigh = {hip[0] - knee[0], hip[1] - knee[1]};
            double[] shank = {ankle[0] - knee[0], ankle[1] - knee[1]};
            double cosine = (thigh[0] * shank[0] + thigh[1] * shank[1])
                    / (Math.hypot(thigh[0], thigh[1]) * Math.hypot(shank[0], shank[1]));
            double inner = Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)));
            double sign = -Math.signum(thigh[0] * shank[1] - thigh[1] * shank[0]) * hand;

            assertThat(PictureAngles.of(person, 0.3).get(PictureAngle.RIGHT_KNEE)).isCloseTo(sign * (180 - inner),
                    within(PRECISION));
        }
    }

    @Test
    void an_angle_whose_points_are_not_seen_is_left_out() {
        Keypoints seen = standing(1);
        List<Keypoint> points = new ArrayList<>(seen.points());
        int knee = Skeletons.BLAZEPOSE33.index("right_knee");
        points.set(knee, new Keypoint(points.get(knee).x(), points.get(knee).y(), 0.1f));

        assertThat(PictureAngles.of(new Keypoints(seen.skeleton(), points), 0.3))
                .doesNotContainKeys(PictureAngle.RIGHT_KNEE, PictureAngle.RIGHT_HIP, PictureAngle.RIGHT_THIGH_SEGMENT)
                .containsKeys(PictureAngle.LEFT_KNEE, PictureAngle.RIGHT_FOOT_SEGMENT);
    }

    private static double x(Keypoints person, String name) {
        return at(person, name)[0];
    }

    private static double[] at(Keypoints person, String name) {
        Keypoint point = person.points().get(person.skeleton().index(name));
        return new double[] {point.x(), point.y()};
    }

    private static Keypoints standing(int direction) {
        Map<String, double[]> places = Map.of("shoulder", new double[] {0, 50}, "elbow", new double[] {0, 80}, "wrist",
                new double[] {30, 80}, "index", new double[] {40, 80}, "hip", new double[] {0, 100}, "knee",
                new double[] {0, 140}, "ankle", new double[] {0, 180}, "heel", new double[] {-5, 185}, "foot_index",
                new double[] {20, 185});
        List<Keypoint> points = new ArrayList<>();
        for (String name : Skeletons.BLAZEPOSE33.names()) {
            double[] at = places.getOrDefault(name.replaceFirst("^(left|right)_", ""), new double[] {0, 0});
            points.add(new Keypoint((float) (200 + direction * at[0]), (float) at[1], 1));
        }
        return new Keypoints(Skeletons.BLAZEPOSE33, points);
    }
}
