package org.posescope.workshop.demo.motion;

import java.util.Arrays;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.SmplJoints;

/** What the motion has to know of one body in its rest pose, an SMPL T-pose with the soles flat on the floor. Immutable. */
public final class BodyMeasures {
    private final Vec3[] joints;
    private final double sole;
    private final double heel;

    /**
     * @param betas shape components
     * @param shoes thickness of the soles of what it wears, metres
     */
    public BodyMeasures(BodyModel model, float[] betas, double shoes) {
        joints = points(model.restJoints(betas));
        Vec3[] skin = points(model.restVertices(betas));
        sole = Arrays.stream(skin).mapToDouble(Vec3::y).min().orElseThrow() - shoes;
        double ankle = joints[SmplJoints.LEFT_ANKLE].y();
        heel = Arrays.stream(skin).filter(p -> p.y() < ankle).mapToDouble(Vec3::z).min().orElseThrow();
    }

    private static Vec3[] points(float[] coordinates) {
        Vec3[] points = new Vec3[coordinates.length / 3];
        Arrays.setAll(points, k -> new Vec3(coordinates[3 * k], coordinates[3 * k + 1], coordinates[3 * k + 2]));
        return points;
    }

    Vec3 joint(int joint) {
        return joints[joint];
    }

    /** From one joint to another. */
    Vec3 bone(int from, int to) {
        return joints[to].minus(joints[from]);
    }

    double ankleHeight() {
        return joints[SmplJoints.LEFT_ANKLE].y() - sole;
    }

    /** From the ankle to where the heel touches the floor. */
    Vec3 heel() {
        return new Vec3(0, -ankleHeight(), heel + 0.012 - joints[SmplJoints.LEFT_ANKLE].z());
    }

    /** From the ankle to the joint in the ball of the foot, straight ahead. */
    Vec3 ball() {
        Vec3 bone = bone(SmplJoints.LEFT_ANKLE, SmplJoints.LEFT_FOOT);
        return new Vec3(0, bone.y(), bone.z());
    }

    double thigh() {
        return bone(SmplJoints.LEFT_HIP, SmplJoints.LEFT_KNEE).length();
    }

    double shank() {
        return bone(SmplJoints.LEFT_KNEE, SmplJoints.LEFT_ANKLE).length();
    }
}
