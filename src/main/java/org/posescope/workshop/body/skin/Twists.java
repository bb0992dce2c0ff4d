package org.posescope.workshop.body.skin;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.makehuman.SmplJoints;

/** Spreads the twist of a joint along a bone, as flesh does, so that no cross-section takes all of it. */
final class Twists {
    private final Rig rig;
    private final Vec3[] joints;
    private final List<Rotation> turn;
    private final double[] own;
    private final double[] next;

    /**
     * The twists of a pose.
     *
     * @param joints of the rest pose
     * @param turn   rotation of each joint from the rest pose, in the world's axes
     */
    Twists(Rig rig, Vec3[] joints, List<Rotation> turn) {
        this.rig = rig;
        this.joints = joints;
        this.turn = turn;
        own = new double[joints.length];
        next = new double[joints.length];
        for (int j = 1; j < joints.length; j++) {
            int end = limbEnd(j);
            if (end > 0) {
                Vec3 axis = joints[end].minus(joints[j]).unit();
                own[j] = turn.get(rig.parent(j)).inverse().times(turn.get(j)).twist(axis);
                next[j] = takesTwistOfEnd(j) ? turn.get(j).inverse().times(turn.get(end)).twist(axis) : 0;
            }
        }
    }

    /** The joint at the other end of the neck or of a limb's bone; 0 for joints of the trunk, hands and feet. */
    private int limbEnd(int joint) {
        return switch (Math.min(joint, rig.mirror(joint))) {
            case SmplJoints.LEFT_HIP, SmplJoints.LEFT_KNEE -> joint + 3;
            case SmplJoints.LEFT_SHOULDER, SmplJoints.LEFT_ELBOW -> joint + 2;
            case SmplJoints.NECK -> SmplJoints.HEAD;
            default -> 0;
        };
    }

    /** Turning hand, foot or head twists the bone before it; turning the shank or the forearm leaves thigh and upper arm. */
    private boolean takesTwistOfEnd(int joint) {
        return switch (Math.min(joint, rig.mirror(joint))) {
            case SmplJoints.LEFT_KNEE, SmplJoints.LEFT_ELBOW, SmplJoints.NECK -> true;
            default -> false;
        };
    }

    /** How the part of a joint's bone that is beside a point of the rest shape turns. */
    Rotation turn(int joint, Vec3 point) {
        int end = limbEnd(joint);
        if (end == 0) {
            return turn.get(joint);
        }
        Vec3 bone = joints[end].minus(joints[joint]);
        double along = Math.clamp(point.minus(joints[joint]).dot(bone) / bone.dot(bone), 0, 1);
        double angle = (along - 1) * own[joint] + along * next[joint];
        return turn.get(joint).times(Rotation.about(bone.unit(), angle));
    }
}
