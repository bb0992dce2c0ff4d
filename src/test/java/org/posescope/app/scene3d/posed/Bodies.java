package org.posescope.app.scene3d.posed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/** Made-up people in front of the camera. */
public final class Bodies {
    static final int WIDTH = 1080;
    static final int HEIGHT = 1920;

    private Bodies() {}

    /** Stands upright and faces the camera; the arms hang down, the legs and arms swing by an angle in radians. */
    public static BodyParameters walking(float x, float y, float z, double swing) {
        List<Quaternion> rotations = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        rotations.set(0, about(1, 0, 0, Math.PI));
        rotations.set(Skeletons.SMPL24.index("left_hip"), about(1, 0, 0, swing));
        rotations.set(Skeletons.SMPL24.index("right_hip"), about(1, 0, 0, -swing));
        rotations.set(Skeletons.SMPL24.index("left_knee"), about(1, 0, 0, Math.max(0, swing)));
        rotations.set(Skeletons.SMPL24.index("right_knee"), about(1, 0, 0, Math.max(0, -swing)));
        rotations.set(Skeletons.SMPL24.index("left_shoulder"), about(0, 0, 1, -1.1 + swing));
        rotations.set(Skeletons.SMPL24.index("right_shoulder"), about(0, 0, 1, 1.1 + swing));
        return new BodyParameters(rotations, Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(x, y, z));
    }

    private static Quaternion about(double x, double y, double z, double angle) {
        double sin = Math.sin(angle / 2);
        return new Quaternion((float) Math.cos(angle / 2), (float) (x * sin), (float) (y * sin), (float) (z * sin));
    }

    public static Person person(int id, BodyParameters body) {
        return new Person(id, 0.98f, new Box(0, 0, 100, 300), nothingIn2d(), Optional.empty(), Optional.empty(),
                Optional.of(body));
    }

    public static Person person(int id, Joints3d joints, Vector3 translation) {
        return new Person(id, 0.98f, new Box(0, 0, 100, 300), nothingIn2d(), Optional.of(joints),
                Optional.of(translation), Optional.empty());
    }

    /** All joints of SMPL at one place but for the left foot, which is lower. */
    public static Joints3d joints(float footY, float score) {
        List<Joint> joints = new ArrayList<>(Collections.nCopies(Skeletons.SMPL24.size(), new Joint(0, 0, 0, score)));
        joints.set(Skeletons.SMPL24.index("left_foot"), new Joint(0, footY, 0, score));
        return new Joints3d(Skeletons.SMPL24, joints);
    }

    private static List<Keypoints> nothingIn2d() {
        return List.of(new Keypoints(Skeletons.SMPL24,
                Collections.nCopies(Skeletons.SMPL24.size(), new Keypoint(0, 0, 0))));
    }

    public static SceneFrame moment(long ptsMicros, Person... people) {
        return new SceneFrame(List.of(people), ptsMicros, WIDTH, HEIGHT, Camera.ofFieldOfView(60, WIDTH, HEIGHT));
    }
}
