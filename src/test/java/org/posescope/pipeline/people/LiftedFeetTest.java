package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.fit.BodyFitter;
import org.posescope.body.fit.PosedLandmarks;
import org.posescope.body.lift.Lifter;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.NamedPoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.TranslationSolver;
import org.posescope.pose.Vector3;

/** A network that sees feet in the picture, and the body that is fitted to them. */
class LiftedFeetTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Camera CAMERA = new Camera(900, WIDTH / 2.0, HEIGHT / 2.0);
    private static final BodyModel MODEL = DefaultBody.read();
    private static final Skeleton WHOLE = Skeletons.WHOLE_BODY133;

    private final SpaceJoints space = new SpaceJoints(Lifter.bundled());
    private final PosedLandmarks landmarks = new PosedLandmarks(MODEL, WHOLE);

    /** Somebody who stands 4 m away, turned about the vertical, with toes turned out by an angle. */
    private static BodyParameters standing(double turned, double toesOut) {
        Quaternion[] rotations = new Quaternion[BodyParameters.JOINTS];
        Arrays.fill(rotations, Quaternion.IDENTITY);
        rotations[0] = quaternion(
                Rotation.about(Vec3.X, Math.PI).times(Rotation.about(Vec3.Y, Math.toRadians(turned))));
        for (String side : List.of("left_", "right_")) {
            int sign = side.equals("left_") ? 1 : -1;
            rotations[Skeletons.SMPL24.index(side + "shoulder")] = quaternion(
                    Rotation.about(Vec3.Z, Math.toRadians(-65 * sign)));
            rotations[Skeletons.SMPL24.index(side + "ankle")] = quaternion(
                    Rotation.about(Vec3.Y, Math.toRadians(sign * toesOut)));
        }
        return new BodyParameters(List.of(rotations), Collections.nCopies(BodyParameters.BETAS, 0f),
                new Vector3(0, 0.2f, 4));
    }

    private static Quaternion quaternion(Rotation r) {
        return new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z());
    }

    private Keypoints seen(BodyParameters body) {
        List<Keypoint> points = new ArrayList<>(Collections.nCopies(WHOLE.size(), new Keypoint(0, 0, 0)));
        float[] places = landmarks.points(body);
        for (int i = 0; i < landmarks.landmarks().size(); i++) {
            double z = places[3 * i + 2];
            points.set(landmarks.landmarks().get(i),
                    new Keypoint((float) (CAMERA.focal() * places[3 * i] / z + CAMERA.centerX()),
                            (float) (CAMERA.focal() * places[3 * i + 1] / z + CAMERA.centerY()), 0.9f));
        }
        return new Keypoints(WHOLE, points);
    }

    private Person placed(Keypoints seen) {
        Joints3d joints = space.lifted(seen, CAMERA, WIDTH, HEIGHT).orElseThrow();
        Person person = new Person(1, 1, new Box(0, 0, 100, 100), List.of(seen), Optional.of(joints), Optional.empty(),
                Optional.empty());
        return new Person(1, 1, person.box(), List.of(seen), Optional.of(joints),
                TranslationSolver.solve(joints, person.keypoints(joints.skeleton()).orElseThrow(), CAMERA),
                Optional.empty());
    }

    /** Mean angle between the feet of the fitted body and the true ones, degrees. */
    private double footError(BodyParameters truth, Keypoints seen) {
        BodyParameters fitted = new BodyFitter(MODEL).fit(List.of(placed(seen)), 0, CAMERA).getFirst().body()
                .orElseThrow();
        return IntStream.range(0, 2).mapToDouble(foot -> {
            Vec3 a = foot(truth, foot);
            Vec3 b = foot(fitted, foot);
            return Math.toDegrees(Math.acos(Math.clamp(a.unit().dot(b.unit()), -1.0, 1.0)));
        }).average().orElseThrow();
    }

    private Vec3 foot(BodyParameters body, int foot) {
        float[] places = landmarks.points(body);
        String side = foot == 0 ? "left_" : "right_";
        return place(places, side + "big_toe").minus(place(places, side + "heel"));
    }

    private Vec3 place(float[] places, String name) {
        int i = landmarks.landmarks().indexOf(WHOLE.index(name));
        return new Vec3(places[3 * i], places[3 * i + 1], places[3 * i + 2]);
    }

    @Test
    void feet_that_are_seen_turn_the_feet_of_the_body() {
        double with = 0;
        double without = 0;
        int cases = 0;
        for (double turned : new double[] {-60, -25, 0, 25, 60}) {
            for (double toesOut : new double[] {-10, 15, 35}) {
                BodyParameters truth = standing(turned, toesOut);
                Keypoints whole = seen(truth);
                with += footError(truth, whole);
                without += footError(truth, new NamedPoints(WHOLE, Skeletons.COCO17).of(whole));
                cases++;
            }
        }
        assertThat(with / cases).isLessThan(0.75 * without / cases);
    }

    @Test
    void joints_of_somebody_whose_feet_are_seen_have_toes_and_heels() {
        BodyParameters truth = standing(0, 10);
        Person person = placed(seen(truth));

        Joints3d joints = person.joints3d().orElseThrow();
        assertThat(joints.skeleton()).isEqualTo(Skeletons.COCO23);
        Vec3 big = joint(joints, "left_big_toe");
        Vec3 small = joint(joints, "left_small_toe");
        Vec3 heel = joint(joints, "left_heel");
        assertThat(small.x()).as("outside of the big toe, which is on the right of the picture").isGreaterThan(big.x());
        assertThat(small.distance(heel)).isBetween(0.7 * big.distance(heel), big.distance(heel));
    }

    private static Vec3 joint(Joints3d joints, String name) {
        Joint joint = joints.joints().get(joints.skeleton().index(name));
        return new Vec3(joint.x(), joint.y(), joint.z());
    }
}
