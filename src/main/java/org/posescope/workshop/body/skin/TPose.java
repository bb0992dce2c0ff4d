package org.posescope.workshop.body.skin;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.Rig;
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
    static Rotation[] rotations(Rig rig, BaseMesh base, Vec3[] body) {
        Vec3[] joints = rig.places(base, body);
        Rotation[] turn = JointFrames.restPose(rig);
        Vec3 upperArm = joints[SmplJoints.LEFT_ELBOW].minus(joints[SmplJoints.LEFT_SHOULDER]);
        Rotation shoulder = Rotation.between(upperArm, Vec3.X);
        Vec3 forearm = joints[SmplJoints.LEFT_WRIST].minus(joints[SmplJoints.LEFT_ELBOW]);
        Vec3 hand = base.head("finger3-1.L", body).minus(joints[SmplJoints.LEFT_WRIST]);
        Vec3 acrossKnuckles = base.head("finger2-1.L", body).minus(base.head("finger5-1.L", body));
        Vec3 leg = joints[SmplJoints.LEFT_ANKLE].minus(joints[SmplJoints.LEFT_HIP]);
        turn[SmplJoints.LEFT_SHOULDER] = shoulder;
        turn[SmplJoints.LEFT_ELBOW] = Rotation.between(shoulder.apply(forearm), Vec3.X).times(shoulder);
        turn[SmplJoints.LEFT_WRIST] = Rotation.aligning(hand, acrossKnuckles, Vec3.X, Vec3.Z);
        if (rig.hasFingers()) {
            rig.leftFingerJoints().forEach(
                    joint -> turn[joint] = straight(rig.bone(joint), turn[SmplJoints.LEFT_WRIST], base, body));
        } else {
            turn[SmplJoints.LEFT_HAND] = turn[SmplJoints.LEFT_WRIST];
        }
        turn[SmplJoints.LEFT_HIP] = Rotation.between(leg, LEG);
        turn[SmplJoints.LEFT_KNEE] = turn[SmplJoints.LEFT_HIP];
        for (int joint = 0; joint < turn.length; joint++) {
            int other = rig.mirror(joint);
            if (other > joint) {
                turn[other] = turn[joint].mirrored();
            }
        }
        return turn;
    }

    /** Fingers lie flat in the plane of the palm, each spread as it was; the thumb stays as it is in the hand. */
    private static Rotation straight(String bone, Rotation hand, BaseMesh base, Vec3[] body) {
        if (bone.startsWith("finger1")) {
            return hand;
        }
        String first = bone.replaceFirst("-.", "-1");
        Vec3 finger = hand.apply(base.tail(first, body).minus(base.head(first, body)));
        Vec3 phalanx = hand.apply(base.tail(bone, body).minus(base.head(bone, body)));
        return Rotation.between(phalanx, new Vec3(finger.x(), 0, finger.z())).times(hand);
    }
}
