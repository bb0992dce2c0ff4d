package org.posescope.body.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.fit.PosedLandmarks;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class LifterTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Camera CAMERA = new Camera(900, WIDTH / 2.0, HEIGHT / 2.0);
    private static final Lifter LIFTER = Lifter.bundled();
    private static final BodyModel MODEL = DefaultBody.read();

    /** Where the landmarks of a body are that stands with arms spread, turned about the vertical. */
    private static List<Vec3> standing(double degrees, Vec3 place) {
        Rotation turn = Rotation.about(Vec3.X, Math.PI).times(Rotation.about(Vec3.Y, Math.toRadians(degrees)));
        List<Quaternion> rotations = new ArrayList<>();
        rotations.add(new Quaternion((float) turn.w(), (float) turn.x(), (float) turn.y(), (float) turn.z()));
        IntStream.range(1, BodyParameters.JOINTS).forEach(_ -> rotations.add(Quaternion.IDENTITY));
        float[] points = new PosedLandmarks(MODEL, Skeletons.BLAZEPOSE33).points(new BodyParameters(rotations,
                IntStream.range(0, BodyParameters.BETAS).mapToObj(_ -> 0f).toList(),
                new Vector3((float) place.x(), (float) place.y(), (float) place.z())));
        return IntStream.range(0, LiftedLandmarks.COUNT)
                .mapToObj(i -> new Vec3(points[3 * i], points[3 * i + 1], points[3 * i + 2])).toList();
    }

    private static Keypoints seen(List<Vec3> points) {
        List<Keypoint> keypoints = new ArrayList<>();
        for (String name : Skeletons.BLAZEPOSE33.names()) {
            int lifted = LiftedLandmarks.index(name);
            Vec3 point = points.get(Math.max(0, lifted));
            keypoints.add(new Keypoint((float) (CAMERA.centerX() + CAMERA.focal() * point.x() / point.z()),
                    (float) (CAMERA.centerY() + CAMERA.focal() * point.y() / point.z()), 0.95f));
        }
        return new Keypoints(Skeletons.BLAZEPOSE33, keypoints);
    }

    private static double error(List<Vec3> lifted, List<Vec3> truth) {
        Vec3 hips = truth.get(LiftedLandmarks.LEFT_HIP).lerp(truth.get(LiftedLandmarks.RIGHT_HIP), 0.5);
        return IntStream.range(0, truth.size()).mapToDouble(i -> lifted.get(i).distance(truth.get(i).minus(hips)))
                .average().orElseThrow();
    }

    @Test
    void the_landmarks_are_those_of_the_body_in_their_order() {
        assertThat(new PosedLandmarks(MODEL, Skeletons.BLAZEPOSE33).landmarks())
                .isEqualTo(LiftedLandmarks.NAMES.stream().map(Skeletons.BLAZEPOSE33::index).toList());
    }

    @Test
    void somebody_who_stands_is_lifted_from_every_side_and_anywhere_in_the_picture() {
        List<Double> errors = new ArrayList<>();
        for (int degrees = 0; degrees < 360; degrees += 30) {
            for (double right : new double[] {-1.5, 0, 1.2}) {
                List<Vec3> truth = standing(degrees, new Vec3(right, 0.1, 4.5));
                errors.add(error(LIFTER.lift(seen(truth), CAMERA, WIDTH, HEIGHT).orElseThrow(), truth));
            }
        }
        assertThat(errors).allSatisfy(error -> assertThat(error).isLessThan(0.2));
        assertThat(errors.stream().mapToDouble(Double::doubleValue).average()).hasValueCloseTo(0.0, within(0.1));
    }

    @Test
    void a_mirror_image_is_lifted_into_the_mirror_image() {
        List<Vec3> truth = standing(40, new Vec3(0.5, 0, 5));
        List<Vec3> mirrored = IntStream.range(0, truth.size())
                .mapToObj(i -> truth.get(LiftedLandmarks.mirrored(i)).mirrored()).toList();

        List<Vec3> lifted = LIFTER.lift(seen(truth), CAMERA, WIDTH, HEIGHT).orElseThrow();
        List<Vec3> mirror = LIFTER.lift(seen(mirrored), CAMERA, WIDTH, HEIGHT).orElseThrow();

        IntStream.range(0, truth.size()).forEach(i -> assertThat(
                mirror.get(LiftedLandmarks.mirrored(i)).mirrored().distance(lifted.get(i)))
                .isCloseTo(0, within(1e-4)));
    }

    @Test
    void somebody_without_hips_is_not_lifted() {
        Keypoints all = seen(standing(0, new Vec3(0, 0, 4)));
        List<Keypoint> points = new ArrayList<>(all.points());
        int hip = Skeletons.BLAZEPOSE33.index("left_hip");
        points.set(hip, new Keypoint(0, 0, 0));

        assertThat(LIFTER.lift(new Keypoints(Skeletons.BLAZEPOSE33, points), CAMERA, WIDTH, HEIGHT))
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_turned_camera_turns_what_is_lifted() {
        List<Vec3> truth = standing(20, new Vec3(0, 0, 5));
        Rotation roll = Rotation.about(Vec3.Z, 0.3);
        List<Vec3> rolled = truth.stream().map(roll::apply).toList();

        assertThat(error(LIFTER.lift(seen(rolled), CAMERA, WIDTH, HEIGHT).orElseThrow(), rolled)).isLessThan(0.12);
    }
}
