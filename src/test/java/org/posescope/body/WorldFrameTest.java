package org.posescope.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Extrinsics;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class WorldFrameTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final Extrinsics CAMERA = new Extrinsics(
            Rotation.about(new Vec3(1, 2, -1).unit(), 0.9).matrix(), new Vector3(0.3f, 1.2f, 2.8f));
    private static final Box BOX = new Box(10, 20, 100, 200);

    private final WorldFrame world = new WorldFrame(CAMERA, Optional.of(MODEL));

    private static List<Keypoints> keypoints() {
        return List.of(new Keypoints(Skeletons.COCO17,
                Collections.nCopies(Skeletons.COCO17.size(), new Keypoint(5, 6, 1))));
    }

    private static BodyParameters body() {
        Rotation upright = Rotation.about(Vec3.X, 3);
        List<Quaternion> rotations = new ArrayList<>(
                Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        rotations.set(0, new Quaternion((float) upright.w(), (float) upright.x(), (float) upright.y(),
                (float) upright.z()));
        rotations.set(4, new Quaternion(0.8f, 0.6f, 0, 0));
        List<Float> betas = new ArrayList<>(Collections.nCopies(BodyParameters.BETAS, 0f));
        betas.set(0, 1.5f);
        return new BodyParameters(rotations, betas, new Vector3(0.5f, -0.2f, 3));
    }

    @Test
    void a_body_stands_in_the_world_where_its_surface_was_in_the_camera_frame() {
        Person seen = new Person(1, 1, BOX, keypoints(), Optional.empty(), Optional.empty(), Optional.of(body()));
        BodyPoser poser = new BodyPoser(MODEL);
        poser.pose(body());
        float[] inCamera = poser.vertices().clone();

        poser.pose(world.people(List.of(seen)).getFirst().body().orElseThrow());

        float[] inWorld = poser.vertices();
        for (int i = 0; i < inCamera.length; i += 300) {
            Vector3 wanted = CAMERA.toWorld(new Vector3(inCamera[i], inCamera[i + 1], inCamera[i + 2]));
            assertThat(inWorld[i]).isCloseTo(wanted.x(), within(1e-4f));
            assertThat(inWorld[i + 1]).isCloseTo(wanted.y(), within(1e-4f));
            assertThat(inWorld[i + 2]).isCloseTo(wanted.z(), within(1e-4f));
        }
    }

    @Test
    void a_body_of_an_unknown_model_is_left_out() {
        Person seen = new Person(1, 1, BOX, keypoints(), Optional.empty(), Optional.empty(), Optional.of(body()));

        assertThat(new WorldFrame(CAMERA, Optional.empty()).people(List.of(seen)).getFirst().body()).isEmpty();
    }

    @Test
    void joints_and_where_they_are_turn_and_move_while_the_picture_stays() {
        List<Joint> joints = Collections.nCopies(Skeletons.PANOPTIC19.size(), new Joint(0.1f, -0.4f, 0.2f, 0.7f));
        Person seen = new Person(3, 0.9f, BOX, keypoints(),
                Optional.of(new Joints3d(Skeletons.PANOPTIC19, joints)), Optional.of(new Vector3(1, 0, 4)),
                Optional.empty());

        Person moved = world.people(List.of(seen)).getFirst();

        Vector3 wanted = CAMERA.toWorld(new Vector3(1.1f, -0.4f, 4.2f));
        Joint joint = moved.joints3d().orElseThrow().joints().getFirst();
        Vector3 origin = moved.translation().orElseThrow();
        assertThat(joint.x() + origin.x()).isCloseTo(wanted.x(), within(1e-5f));
        assertThat(joint.y() + origin.y()).isCloseTo(wanted.y(), within(1e-5f));
        assertThat(joint.z() + origin.z()).isCloseTo(wanted.z(), within(1e-5f));
        assertThat(joint.score()).isEqualTo(0.7f);
        assertThat(moved.keypoints()).isEqualTo(seen.keypoints());
        assertThat(moved.box()).isEqualTo(BOX);
        assertThat(moved.id()).isEqualTo(3);
    }

    @Test
    void somebody_whose_place_is_not_known_is_nowhere_in_the_world() {
        List<Joint> joints = Collections.nCopies(Skeletons.BLAZEPOSE33.size(), new Joint(0, 0, 0, 1));
        Person seen = new Person(1, 1, BOX, keypoints(),
                Optional.of(new Joints3d(Skeletons.BLAZEPOSE33, joints)), Optional.empty(), Optional.empty());

        Person moved = world.people(List.of(seen)).getFirst();

        assertThat(moved.joints3d()).isEmpty();
        assertThat(moved.translation()).isEmpty();
    }
}
