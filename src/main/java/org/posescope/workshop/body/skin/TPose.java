package org.posescope.workshop.body.skin;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.SmplJoints;

/** How far each part of a body in MakeHuman's A-pose turns to come into SMPL's T-pose. */
final class TPose {
    /** From hip to ankle: legs almost upright, feet a little behind the hips. */
    private static final Vec3 LEG = new Vec3(0.03, -1, -0.06).unit();

    private TPose() {}

    /**
     * Rotations from the A-pose to the T-pose, in the world's axes: arms straight out to the sides, palms down, feet flat on
     * the floor, trunk and head as they are.
     *
     * @param body all vertices of the base mesh
     */
    static Rotation[] rotations(BaseMesh base, Vec3[] body) {
        Vec3[] joints = SmplJoints.places(base, body);
        Rotation[] turn = JointFrames.restPose();
        Vec3 upperArm = joints[SmplJoints.LEFT_ELBOW].minus(joints[SmplJoints.LEFT_SHOULDER]);
        Rotation shoulder = Rotation.between(upperArm, Vec3.X);
        Vec3 forearm = joints[SmplJoints.LEFT_WRIST].minus(joints[SmplJoints.LEFT_ELBOW]);
        Vec3 hand = joints[SmplJoints.LEFT_HAND].minus(joints[SmplJoints.LEFT_WRIST]);
        Vec3 acrossKnuckles = base.head("finger2-1.L", body).minus(base.head("finger5-1.L", body));
        Vec3 leg = joints[SmplJoints.LEFT_ANKLE].minus(joints[SmplJoints.LEFT_HIP]);
        turn[SmplJoints.LEFT_SHOULDER] = shoulder;
        turn[SmplJoints.LEFT_ELBOW] = Rotation.between(shoulder.apply(forearm), Vec3.X).times(shoulder);
        turn[SmplJoints.LEFT_WRIST] = Rotation.aligning(hand, acrossKnuckles, Vec3.X, Vec3.Z);
        turn[SmplJoints.LEFT_HAND] = turn[SmplJoints.LEFT_WRIST];
        turn[SmplJoints.LEFT_HIP] = Rotation.between(leg, LEG);
        turn[SmplJoints.LEFT_KNEE] = turn[SmplJoints.LEFT_HIP];
        for (int joint = 0; joint < turn.length; joint++) {
            int other = SmplJoints.mirror(joint);
            if (other > joint) {
                turn[other] = turn[joint].mirrored();
            }
        }
        return turn;
    }
}
