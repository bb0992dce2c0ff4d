package org.posescope.body.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/** A body in a known pose, and the landmarks that a perfect network would give of it. */
final class PosedPerson {
    static final Camera CAMERA = Camera.ofFieldOfView(60, 1280, 720);

    private static final Rotation UPRIGHT = Rotation.about(Vec3.X, Math.PI);
    private static final double PLACE_Z = 3;

    private final BodyModel model;
    private final Skeleton skeleton;
    private final BodyLandmarks landmarks;
    private final float[] betas;
    private final Rotation[] rotations = new Rotation[BodyParameters.JOINTS];
    private final BodyPoser poser;
    private double noise;
    private double depthShift;
    private Random random = new Random(1);
    private Map<String, Float> scores = Map.of();

    PosedPerson(BodyModel model, float... firstBetas) {
        this(model, Skeletons.BLAZEPOSE33, firstBetas);
    }

    /** @param skeleton of the landmarks */
    PosedPerson(BodyModel model, Skeleton skeleton, float... firstBetas) {
        this.model = model;
        this.skeleton = skeleton;
        this.landmarks = BodyLandmarks.of(model, skeleton);
        this.betas = Arrays.copyOf(firstBetas, BodyParameters.BETAS);
        this.poser = new BodyPoser(model);
        Arrays.fill(rotations, Rotation.IDENTITY);
        rotations[0] = UPRIGHT;
        turn("left_shoulder", Vec3.Z, -65);
        turn("right_shoulder", Vec3.Z, 65);
    }

    /** Turns a joint, on top of how it was turned. */
    PosedPerson turn(String joint, Vec3 axis, double degrees) {
        int index = Skeletons.SMPL24.index(joint);
        Rotation turn = Rotation.about(axis, Math.toRadians(degrees));
        rotations[index] = index == 0 ? rotations[index].times(turn) : turn.times(rotations[index]);
        return this;
    }

    /** Landmarks are off by a normally distributed error, metres, the same for the same seed. */
    PosedPerson noise(double deviation, long seed) {
        noise = deviation;
        random = new Random(seed);
        return this;
    }

    /** The network is wrong about the distance of the whole person by so many metres. */
    PosedPerson depthShift(double metres) {
        depthShift = metres;
        return this;
    }

    PosedPerson scores(Map<String, Float> newScores) {
        scores = newScores;
        return this;
    }

    BodyParameters parameters() {
        List<Quaternion> quaternions = Arrays.stream(rotations)
                .map(r -> new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z())).toList();
        List<Float> shape = new ArrayList<>();
        for (float beta : betas) {
            shape.add(beta);
        }
        return new BodyParameters(quaternions, shape, new Vector3(0, 0, (float) PLACE_Z));
    }

    /** Joints of the true body, camera frame. */
    float[] joints() {
        poser.pose(parameters());
        return poser.joints().clone();
    }

    /** As the pipeline would give this person. */
    Person seen(int id) {
        Vec3[] places = places();
        Vec3 hips = places[skeleton.index("left_hip")].lerp(places[skeleton.index("right_hip")], 0.5);
        List<Joint> joints = new ArrayList<>();
        List<Keypoint> keypoints = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Vec3 off = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(noise);
            Vec3 place = places[i].plus(off);
            float score = scores.getOrDefault(skeleton.names().get(i), 1f);
            joints.add(new Joint((float) (place.x() - hips.x()), (float) (place.y() - hips.y()),
                    (float) (place.z() - hips.z()), score));
            keypoints.add(new Keypoint((float) (CAMERA.focal() * place.x() / place.z() + CAMERA.centerX()),
                    (float) (CAMERA.focal() * place.y() / place.z() + CAMERA.centerY()), score));
        }
        Vector3 origin = new Vector3((float) hips.x(), (float) hips.y(), (float) (hips.z() + depthShift));
        return new Person(id, 1, new Box(0, 0, 100, 100), List.of(new Keypoints(skeleton, keypoints)),
                Optional.of(new Joints3d(skeleton, joints)), Optional.of(origin), Optional.empty());
    }

    private Vec3[] places() {
        BodyPose pose = new BodyPose(landmarks.figure(betas));
        for (int joint = 0; joint < rotations.length; joint++) {
            pose.setLocal(joint, rotations[joint].matrix());
        }
        pose.setTranslation(0, 0, PLACE_Z);
        pose.update();
        Vec3[] places = new Vec3[skeleton.size()];
        Arrays.fill(places, new Vec3(0, 0, PLACE_Z));
        double[] point = new double[3];
        for (int i = 0; i < landmarks.points().size(); i++) {
            pose.put(landmarks.points().get(i), i, point);
            places[landmarks.points().get(i).landmark()] = new Vec3(point[0], point[1], point[2]);
        }
        return places;
    }

    /** The mean distance of the joints of a fitted body from the true ones, metres. */
    double error(Person fitted) {
        float[] truth = joints();
        BodyPoser other = new BodyPoser(model);
        other.pose(fitted.body().orElseThrow());
        double sum = 0;
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            sum += distance(truth, other.joints(), joint);
        }
        return sum / BodyParameters.JOINTS;
    }

    static double distance(float[] a, float[] b, int joint) {
        int i = 3 * joint;
        return Math.hypot(a[i] - b[i], Math.hypot(a[i + 1] - b[i + 1], a[i + 2] - b[i + 2]));
    }

    /** How far a joint moves a frame, on average, while the network is wrong about the distance of somebody who stands still. */
    static double meanSlide(BodyFitter fitter, Supplier<PosedPerson> person, String joint) {
        Random errors = new Random(5);
        BodyPoser fitted = new BodyPoser(person.get().model);
        double sum = 0;
        int counted = 0;
        float[] before = new float[0];
        for (int frame = 0; frame < 60; frame++) {
            double shift = frame == 0 ? 0 : 0.05 * errors.nextGaussian();
            fitted.pose(fitter.fit(person.get().depthShift(shift).alone(1), frame * 33_333L, CAMERA).getFirst().body()
                    .orElseThrow());
            if (frame > 5) {
                sum += distance(before, fitted.joints(), Skeletons.SMPL24.index(joint));
                counted++;
            }
            before = fitted.joints().clone();
        }
        return sum / counted;
    }

    List<Person> alone(int id) {
        return Collections.singletonList(seen(id));
    }
}
