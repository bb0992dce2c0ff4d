package org.posescope.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationSolverTest {
    private static final Camera CAMERA = Camera.ofFocal(900, 1280, 720);

    @ParameterizedTest
    @CsvSource({"0, 0, 3", "1.2, -0.4, 5", "-2, 0.5, 4", "0.1, 0.2, 30"})
    void exact_projections_give_the_exact_place(float x, float y, float z) {
        Joints3d joints = body(3);

        Vector3 place = TranslationSolver.solve(joints, project(joints, x, y, z, 0, 1), CAMERA).orElseThrow();

        assertThat(place.x()).isCloseTo(x, within(1e-3f));
        assertThat(place.y()).isCloseTo(y, within(1e-3f));
        assertThat(place.z()).isCloseTo(z, within(1e-3f * z));
    }

    @Test
    void noise_of_two_pixels_moves_a_person_at_four_metres_by_less_than_fifteen_centimetres() {
        for (int seed = 0; seed < 50; seed++) {
            Joints3d joints = body(seed);
            Vector3 place = TranslationSolver.solve(joints, project(joints, 0.5f, 0, 4, 2, seed), CAMERA).orElseThrow();

            assertThat(place.z()).isCloseTo(4, within(0.15f));
            assertThat(place.x()).isCloseTo(0.5f, within(0.05f));
        }
    }

    @Test
    void points_that_nobody_trusts_do_not_count() {
        Joints3d joints = body(1);
        List<Keypoint> points = new ArrayList<>(project(joints, 0, 0, 3, 0, 1).points());
        points.set(0, new Keypoint(5000, -3000, 0));

        Vector3 place = TranslationSolver.solve(joints, new Keypoints(Skeletons.COCO17, points), CAMERA).orElseThrow();

        assertThat(place.z()).isCloseTo(3, within(1e-3f));
    }

    @Test
    void all_points_in_one_spot_tell_nothing() {
        Joints3d joints = body(1);
        List<Keypoint> spot = joints.joints().stream().map(joint -> new Keypoint(640, 360, 1)).toList();

        assertThat(TranslationSolver.solve(joints, new Keypoints(Skeletons.COCO17, spot), CAMERA)).isEmpty();
    }

    @Test
    void a_mirrored_picture_is_not_put_behind_the_camera() {
        Joints3d joints = body(1);
        List<Keypoint> turned = project(joints, 0, 0, 3, 0, 1).points().stream()
                .map(point -> new Keypoint(1280 - point.x(), 720 - point.y(), 1)).toList();

        assertThat(TranslationSolver.solve(joints, new Keypoints(Skeletons.COCO17, turned), CAMERA)).isEmpty();
    }

    private static Joints3d body(int seed) {
        Random random = new Random(seed);
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < Skeletons.COCO17.size(); i++) {
            joints.add(new Joint(random.nextFloat() - 0.5f, 1.8f * random.nextFloat() - 0.9f, random.nextFloat() * 0.4f,
                    1));
        }
        return new Joints3d(Skeletons.COCO17, joints);
    }

    private static Keypoints project(Joints3d joints, float x, float y, float z, double noise, int seed) {
        Random random = new Random(seed);
        List<Keypoint> points = joints.joints().stream().map(joint -> {
            double depth = joint.z() + z;
            double u = CAMERA.focal() * (joint.x() + x) / depth + CAMERA.centerX() + noise * random.nextGaussian();
            double v = CAMERA.focal() * (joint.y() + y) / depth + CAMERA.centerY() + noise * random.nextGaussian();
            return new Keypoint((float) u, (float) v, 1);
        }).toList();
        return new Keypoints(joints.skeleton(), points);
    }
}
