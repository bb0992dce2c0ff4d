package org.posescope.pipeline.people.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.TranslationSolver;
import org.posescope.pose.Vector3;

/**
 * How well the points of one person in the picture agree with their joints in space for a camera: near limbs look larger than far ones, the
 * more so the wider the camera sees. Joints are as a network gives them that looks straight at the person.
 */
final class PerspectiveFit {
    private static final List<String> TRUNK_AND_LIMBS = List.of("nose", "left_shoulder", "right_shoulder", "left_elbow",
            "right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip", "left_knee", "right_knee",
            "left_ankle",
            "right_ankle");
    private static final float LEAST_SCORE = 0.5f;
    private static final int LEAST_POINTS = 10;
    /** Joints that are farther off count no more, metres. */
    private static final double WORST = 0.12;

    private final List<Vec3> joints;
    private final List<Keypoint> points;
    private final Joints3d allJoints;
    private final Keypoints allPoints;

    private PerspectiveFit(Joints3d allJoints, Keypoints allPoints, List<Integer> seen) {
        this.allJoints = allJoints;
        this.allPoints = allPoints;
        this.joints = seen.stream().map(i -> vector(allJoints.joints().get(i))).toList();
        this.points = seen.stream().map(i -> allPoints.points().get(i)).toList();
    }

    private static Vec3 vector(Joint joint) {
        return new Vec3(joint.x(), joint.y(), joint.z());
    }

    /** Empty where joints are missing, or too little of the person is seen. */
    static Optional<PerspectiveFit> of(Person person, int width, int height) {
        Optional<Joints3d> joints = person.joints3d();
        Optional<Keypoints> seen = joints.flatMap(each -> person.keypoints(each.skeleton()));
        if (seen.isEmpty() || person.translation().isPresent()) {
            return Optional.empty();
        }
        List<Integer> usable = new ArrayList<>();
        for (String name : TRUNK_AND_LIMBS) {
            int index = seen.get().skeleton().names().indexOf(name);
            if (index >= 0 && usable(joints.get().joints().get(index), seen.get().points().get(index), width, height)) {
                usable.add(index);
            }
        }
        return usable.size() < LEAST_POINTS || !seen.get().skeleton().names().contains("left_hip")
                ? Optional.empty()
                : Optional.of(new PerspectiveFit(joints.get(), seen.get(), usable));
    }

    private static boolean usable(Joint joint, Keypoint point, int width, int height) {
        return joint.score() > LEAST_SCORE && point.x() > 0 && point.x() < width && point.y() > 0
                && point.y() < height;
    }

    /** Mean squared distance of the joints from where the picture shows them, across the line of sight, square metres. */
    double error(Camera camera) {
        Rotation turn = lineOfSight(camera);
        Joints3d turned = new Joints3d(allJoints.skeleton(), allJoints.joints().stream().map(joint -> {
            Vec3 place = turn.apply(vector(joint));
            return new Joint((float) place.x(), (float) place.y(), (float) place.z(), joint.score());
        }).toList());
        Optional<Vector3> found = TranslationSolver.solve(turned, allPoints, camera);
        if (found.isEmpty()) {
            return WORST * WORST;
        }
        Vec3 at = new Vec3(found.get().x(), found.get().y(), found.get().z());
        double sum = 0;
        for (int i = 0; i < joints.size(); i++) {
            Vec3 place = turn.apply(joints.get(i)).plus(at);
            double x = place.x() / place.z() - (points.get(i).x() - camera.centerX()) / camera.focal();
            double y = place.y() / place.z() - (points.get(i).y() - camera.centerY()) / camera.focal();
            double off = Math.hypot(x, y) * at.z();
            sum += Math.min(WORST * WORST, off * off);
        }
        return sum / joints.size();
    }

    private Rotation lineOfSight(Camera camera) {
        Keypoint left = allPoints.points().get(allPoints.skeleton().index("left_hip"));
        Keypoint right = allPoints.points().get(allPoints.skeleton().index("right_hip"));
        return Rotation.between(Vec3.Z, new Vec3(((left.x() + right.x()) / 2 - camera.centerX()) / camera.focal(),
                ((left.y() + right.y()) / 2 - camera.centerY()) / camera.focal(), 1));
    }
}
