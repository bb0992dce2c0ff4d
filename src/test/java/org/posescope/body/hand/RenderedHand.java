package org.posescope.body.hand;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.frame.Frame;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.testkit.TestFrames;

/** Pictures of the left hand of the free body in a known pose, drawn by the program's own renderer before a grey wall. */
final class RenderedHand {
    /** Yaw and pitch of the camera about the hand, degrees: 0, 0 is in front of the body, where the thumb is; pitch upwards. */
    static final List<double[]> VIEWS = List.of(new double[] {10, -80}, new double[] {10, -40}, new double[] {10, 0},
            new double[] {10, 40}, new double[] {10, 80}, new double[] {170, 40}, new double[] {170, 0},
            new double[] {170, -40});

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final PinholeCamera LENS = PinholeCamera.ofFieldOfView(Math.toRadians(30), WIDTH, HEIGHT);
    private static final double DISTANCE = 1;
    private static final int SKIN = 0xD8A888;
    private static final int HAND_JOINTS = 15;
    private static final int MIDDLE = 3;
    private static final int PINKY = 6;
    /**
     * Networks have the wrist so much nearer to the knuckles than the body: the one for hands on these pictures, and the pose network has
     * it where that one has (97 % of its length of the palm, median of the hands in twenty real pictures).
     */
    private static final float WRIST = 0.13f;
    private static final Quaternion REST = new Quaternion(1, 0, 0, 0);

    private final BodyModel model = DefaultBody.readWhole();
    private final BodyPoser poser = new BodyPoser(model);
    private final MeshRenderer renderer = new MeshRenderer(WIDTH, HEIGHT);
    private final HandFigure figure = HandFigure.of(model, true);

    HandFigure figure() {
        return figure;
    }

    /** The picture, and the points of the body that a pose network would see in it: a wrist and two knuckles. */
    record Picture(Frame frame, Keypoints pose) implements AutoCloseable {
        @Override
        public void close() {
            frame.close();
        }
    }

    Picture picture(HandPose pose, double[] view) {
        poser.pose(new BodyParameters(Collections.nCopies(BodyParameters.JOINTS, REST),
                Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 0))
                .withFingersAndFace(new FingersAndFace(pose.rotations(figure), Collections.nCopies(HAND_JOINTS, REST),
                        REST, Collections.nCopies(FingersAndFace.EXPRESSIONS, 0f))));
        int wrist = Skeletons.SMPL24.index("left_wrist");
        int first = model.parents().length - 2 * HAND_JOINTS;
        RigidTransform camera = camera(place(wrist), view);
        Frame frame = TestFrames.of(WIDTH, HEIGHT, (x, y) -> 0xFF000000 | (110 + y / 16) * 0x010101);
        renderer.begin(LENS, camera, Lights.OF_CAMERA);
        renderer.add(Mesh.uniform(poser.vertices(), poser.computeNormals(), model.faces(), SKIN).withGloss(0.2));
        renderer.flush(Canvas.on(frame), 1);
        Keypoint[] points = new Keypoint[Skeletons.BLAZEPOSE33.size()];
        Arrays.fill(points, new Keypoint(0, 0, 0));
        points[Skeletons.BLAZEPOSE33.index("left_wrist")] = seen(
                between(place(wrist), place(first + MIDDLE), WRIST), camera);
        points[Skeletons.BLAZEPOSE33.index("left_index")] = seen(place(first), camera);
        points[Skeletons.BLAZEPOSE33.index("left_pinky")] = seen(place(first + PINKY), camera);
        return new Picture(frame, new Keypoints(Skeletons.BLAZEPOSE33, List.of(points)));
    }

    private Vector3 place(int joint) {
        float[] joints = poser.joints();
        return new Vector3(joints[3 * joint], joints[3 * joint + 1], joints[3 * joint + 2]);
    }

    private static RigidTransform camera(Vector3 wrist, double[] view) {
        double yaw = Math.toRadians(view[0]);
        double pitch = Math.toRadians(view[1]);
        Vector3 right = vector(Math.cos(yaw), 0, -Math.sin(yaw));
        Vector3 back = vector(Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch));
        Vector3 down = vector(Math.sin(yaw) * Math.sin(pitch), -Math.cos(pitch), Math.cos(yaw) * Math.sin(pitch));
        Vector3 eye = vector(wrist.x() + 0.08 + DISTANCE * back.x(), wrist.y() + DISTANCE * back.y(),
                wrist.z() + DISTANCE * back.z());
        return RigidTransform.lookingFrom(eye, right, down, vector(-back.x(), -back.y(), -back.z()));
    }

    private static Keypoint seen(Vector3 p, RigidTransform camera) {
        float z = camera.z(p.x(), p.y(), p.z());
        return new Keypoint((float) (LENS.fx() * camera.x(p.x(), p.y(), p.z()) / z + LENS.cx()),
                (float) (LENS.fy() * camera.y(p.x(), p.y(), p.z()) / z + LENS.cy()), 1);
    }

    private static Vector3 between(Vector3 a, Vector3 b, float share) {
        return new Vector3(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()),
                a.z() + share * (b.z() - a.z()));
    }

    private static Vector3 vector(double x, double y, double z) {
        return new Vector3((float) x, (float) y, (float) z);
    }
}
