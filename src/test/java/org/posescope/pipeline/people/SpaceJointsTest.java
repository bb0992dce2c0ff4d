package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.body.lift.Lifter;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

class SpaceJointsTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final Camera CAMERA = new Camera(600, WIDTH / 2.0, HEIGHT / 2.0);

    private final SpaceJoints space = new SpaceJoints(Lifter.bundled());

    private static Keypoints standing() {
        return ScriptedPerson.standing(new Box(280, 60, 80, 240)).person(0, 0.9f).keypoints().getFirst();
    }

    private static Joint joint(Joints3d joints, String name) {
        return joints.joints().get(joints.skeleton().index(name));
    }

    @Test
    void points_of_a_picture_alone_become_a_person_as_high_as_people_are() {
        Joints3d joints = space.lifted(standing(), CAMERA, WIDTH, HEIGHT).orElseThrow();

        assertThat(joints.skeleton()).isEqualTo(Skeletons.COCO17);
        assertThat(joint(joints, "left_ankle").y() - joint(joints, "nose").y()).isBetween(1.1f, 1.8f);
        assertThat(joint(joints, "left_hip").x() + joint(joints, "right_hip").x()).isBetween(-0.02f, 0.02f);
    }

    @Test
    void points_that_nobody_found_are_not_lifted() {
        Keypoints nobody = new Keypoints(Skeletons.COCO17,
                standing().points().stream().map(point -> new Keypoint(0, 0, 0)).toList());

        assertThat(space.lifted(nobody, CAMERA, WIDTH, HEIGHT)).isEqualTo(Optional.empty());
    }

    @Test
    void a_skeleton_with_points_that_cannot_be_told_is_not_lifted() {
        List<String> names = List.of("left_hip", "right_hip", "left_shoulder", "right_shoulder", "tail");
        Keypoints animal = new Keypoints(new Skeleton("animal", names, List.of()),
                names.stream().map(name -> new Keypoint(name.length(), 10, 1)).toList());

        assertThat(space.lifted(animal, CAMERA, WIDTH, HEIGHT)).isEqualTo(Optional.empty());
    }

    @Test
    void of_somebody_with_feet_face_and_hands_the_points_of_coco_are_lifted() {
        Keypoints whole = new Keypoints(Skeletons.WHOLE_BODY133,
                Skeletons.WHOLE_BODY133.names().stream().map(name -> new Keypoint(300, 100, 1)).toList());

        assertThat(space.lifted(whole, CAMERA, WIDTH, HEIGHT).orElseThrow().skeleton()).isEqualTo(Skeletons.COCO23);
    }

    @Test
    void somebody_most_of_whom_is_off_the_picture_stays_as_the_network_says() {
        Keypoints away = new Keypoints(Skeletons.COCO17, standing().points().stream()
                .map(point -> new Keypoint(point.x(), point.y() + 200, point.score())).toList());
        Joints3d network = space.lifted(standing(), CAMERA, WIDTH, HEIGHT).orElseThrow();

        assertThat(space.joined(away, network, CAMERA, WIDTH, HEIGHT)).isEqualTo(network);
    }

    @Test
    void what_both_say_stays() {
        Joints3d lifted = space.lifted(standing(), CAMERA, WIDTH, HEIGHT).orElseThrow();

        Joints3d joined = space.joined(standing(), lifted, CAMERA, WIDTH, HEIGHT);

        for (int i = 0; i < lifted.joints().size(); i++) {
            Joint a = lifted.joints().get(i);
            Joint b = joined.joints().get(i);
            assertThat(Math.hypot(a.x() - b.x(), Math.hypot(a.y() - b.y(), a.z() - b.z())))
                    .as(lifted.skeleton().names().get(i)).isLessThan(5e-3);
        }
    }

    @Test
    void of_a_shape_most_is_the_lifters_and_of_the_orientation_half() {
        Joints3d lifted = space.lifted(standing(), CAMERA, WIDTH, HEIGHT).orElseThrow();
        double angle = 0.4;
        Joints3d turned = new Joints3d(lifted.skeleton(), lifted.joints().stream().map(joint -> new Joint(
                (float) (Math.cos(angle) * joint.x() + Math.sin(angle) * joint.z()), joint.y(),
                (float) (Math.cos(angle) * joint.z() - Math.sin(angle) * joint.x()), joint.score())).toList());

        Joints3d joined = space.joined(standing(), turned, CAMERA, WIDTH, HEIGHT);

        assertThat(heading(joined) - heading(lifted)).isBetween(0.45 * angle, 0.55 * angle);
    }

    private static double heading(Joints3d joints) {
        Joint left = joint(joints, "left_shoulder");
        Joint right = joint(joints, "right_shoulder");
        return Math.atan2(right.z() - left.z(), left.x() - right.x());
    }
}
