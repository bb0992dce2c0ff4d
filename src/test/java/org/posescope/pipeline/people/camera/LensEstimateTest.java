package org.posescope.pipeline.people.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

class LensEstimateTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final double USUAL = 60;

    private final Random random = new Random(5);

    /** Somebody with limbs in all directions, as a camera sees them and as a network gives their joints, which is a little wrong. */
    private Person person(int id, double fieldOfView, double noise) {
        Camera camera = Camera.ofFieldOfView(fieldOfView, WIDTH, HEIGHT);
        Vec3 at = new Vec3(0.6, 0.1, 2.4 * camera.focal() / 1100);
        Rotation turn = Rotation.between(Vec3.Z, at);
        List<Joint> joints = new ArrayList<>();
        List<Keypoint> points = new ArrayList<>();
        for (String name : Skeletons.COCO17.names()) {
            Vec3 place = name.endsWith("_hip")
                    ? new Vec3(name.startsWith("left") ? 0.12 : -0.12, 0, 0)
                    : new Vec3(random.nextDouble() - 0.5, 1.4 * random.nextDouble() - 0.7, random.nextDouble() - 0.5);
            Vec3 seen = turn.apply(place).plus(at);
            points.add(new Keypoint((float) (camera.focal() * seen.x() / seen.z() + camera.centerX()),
                    (float) (camera.focal() * seen.y() / seen.z() + camera.centerY()), 1));
            joints.add(new Joint((float) (place.x() + noise * random.nextGaussian()),
                    (float) (place.y() + noise * random.nextGaussian()),
                    (float) (place.z() + noise * random.nextGaussian()), 1));
        }
        return new Person(id, 1, new Box(0, 0, 10, 10), List.of(new Keypoints(Skeletons.COCO17, points)),
                Optional.of(new Joints3d(Skeletons.COCO17, joints)), Optional.empty(), Optional.empty());
    }

    private double estimate(double fieldOfView, double noise, int frames) {
        LensEstimate lens = new LensEstimate(USUAL);
        double shown = USUAL;
        for (int frame = 0; frame < frames; frame++) {
            shown = lens.at(List.of(person(1, fieldOfView, noise), person(2, fieldOfView, noise)), frame * 200_000L,
                    WIDTH, HEIGHT);
        }
        return shown;
    }

    @Test
    void people_who_are_seen_well_tell_the_field_of_view() {
        assertThat(estimate(45, 0.02, 60)).isCloseTo(45, within(4.0));
        assertThat(estimate(60, 0.02, 60)).isCloseTo(60, within(3.0));
        assertThat(estimate(75, 0.02, 60)).isCloseTo(75, within(5.0));
    }

    @Test
    void where_joints_tell_nothing_what_is_usual_is_kept() {
        assertThat(estimate(60, 0.3, 3)).isCloseTo(USUAL, within(6.0));
        assertThat(new LensEstimate(USUAL).at(List.of(), 0, WIDTH, HEIGHT)).isCloseTo(USUAL, within(1e-9));
    }

    @Test
    void it_does_not_jump() {
        LensEstimate lens = new LensEstimate(USUAL);
        double before = lens.at(List.of(person(1, 45, 0.02)), 0, WIDTH, HEIGHT);
        for (int frame = 1; frame < 100; frame++) {
            double now = lens.at(List.of(person(1, 45, 0.02)), frame * 40_000L, WIDTH, HEIGHT);
            assertThat(Math.abs(now - before)).isLessThan(0.8);
            before = now;
        }
    }
}
