package org.posescope.workshop.body.skin;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.makehuman.SmplJoints;

/**
 * The straight pieces that stand for the inside of each body part when the skin is bound to it: bones, and, where a part is
 * wide, ribs and the like. Left side and middle only; the body is symmetric.
 */
final class BoneSegments {
    private static final int FINGERS = 5;
    private static final int FINGER_BONES = 3;

    private final Rig rig;
    private final BaseMesh base;
    private final Vec3[] body;
    private final Vec3[] joints;
    private final List<Segment> segments = new ArrayList<>();

    /** From {@code a} to {@code b}, inside the part that moves with {@code joint}. */
    record Segment(int joint, Vec3 a, Vec3 b) {
        /** The point of the segment that is nearest to another. */
        Vec3 nearest(Vec3 p) {
            Vec3 ab = b.minus(a);
            return a.lerp(b, Math.clamp(p.minus(a).dot(ab) / ab.dot(ab), 0, 1));
        }
    }

    private BoneSegments(Rig rig, BaseMesh base, Vec3[] body) {
        this.rig = rig;
        this.base = base;
        this.body = body;
        joints = rig.places(base, body);
    }

    /** @param body all vertices of the base mesh */
    static List<Segment> of(Rig rig, BaseMesh base, Vec3[] body) {
        BoneSegments bones = new BoneSegments(rig, base, body);
        bones.addTrunk();
        bones.addPelvicFloor();
        bones.addRibs();
        bones.addArm();
        bones.addLeg();
        return bones.segments;
    }

    private void add(int joint, Vec3 a, Vec3 b) {
        segments.add(new Segment(joint, a, b));
    }

    private void addBone(int joint, int child) {
        add(joint, joints[joint], joints[child]);
    }

    private void addTrunk() {
        addBone(SmplJoints.PELVIS, SmplJoints.LEFT_HIP);
        addBone(SmplJoints.PELVIS, SmplJoints.SPINE1);
        addBone(SmplJoints.SPINE1, SmplJoints.SPINE2);
        addBone(SmplJoints.SPINE2, SmplJoints.SPINE3);
        addBone(SmplJoints.SPINE3, SmplJoints.NECK);
        addBone(SmplJoints.SPINE3, SmplJoints.LEFT_COLLAR);
        addBone(SmplJoints.NECK, SmplJoints.HEAD);
        add(SmplJoints.HEAD, joints[SmplJoints.HEAD], base.tail("head", body));
        add(SmplJoints.HEAD, joints[SmplJoints.HEAD], base.tail("jaw", body));
    }

    /** Without the pelvic floor and the bones that one sits on, the crotch would move with the thighs. */
    private void addPelvicFloor() {
        Vec3 hip = joints[SmplJoints.LEFT_HIP];
        Vec3 floor = new Vec3(0, hip.y() - 0.05, joints[SmplJoints.PELVIS].z());
        add(SmplJoints.PELVIS, joints[SmplJoints.PELVIS], floor);
        add(SmplJoints.PELVIS, floor, new Vec3(0.5 * hip.x(), floor.y(), hip.z() - 0.035));
    }

    /** The trunk is wide and its spine far from the skin: without ribs its flanks would move with the arms. */
    private void addRibs() {
        Vec3 shoulder = joints[SmplJoints.LEFT_SHOULDER];
        Vec3 armpit = new Vec3(0.68 * shoulder.x(), shoulder.y() - 0.045, shoulder.z());
        Vec3 side = new Vec3(0.62 * shoulder.x(), joints[SmplJoints.SPINE3].y() - 0.03, armpit.z() + 0.02);
        Vec3 waist = new Vec3(0.5 * shoulder.x(), joints[SmplJoints.SPINE2].y(), side.z());
        add(SmplJoints.SPINE3, joints[SmplJoints.SPINE3], side);
        add(SmplJoints.SPINE3, side, armpit);
        add(SmplJoints.SPINE2, joints[SmplJoints.SPINE2], waist);
        add(SmplJoints.SPINE2, waist, side);
    }

    private void addArm() {
        Vec3 clavicle = base.tail("clavicle.L", body);
        add(SmplJoints.LEFT_COLLAR, joints[SmplJoints.LEFT_COLLAR], clavicle);
        add(SmplJoints.LEFT_COLLAR, clavicle, joints[SmplJoints.LEFT_SHOULDER]);
        addBone(SmplJoints.LEFT_SHOULDER, SmplJoints.LEFT_ELBOW);
        addBone(SmplJoints.LEFT_ELBOW, SmplJoints.LEFT_WRIST);
        for (int finger = 1; finger <= FINGERS; finger++) {
            add(SmplJoints.LEFT_WRIST, joints[SmplJoints.LEFT_WRIST], base.head("finger" + finger + "-1.L", body));
            for (int bone = 1; bone <= FINGER_BONES; bone++) {
                String name = "finger" + finger + "-" + bone + ".L";
                add(fingerJoint(name), base.head(name, body), base.tail(name, body));
            }
        }
    }

    /** SMPL's hand joint is at the knuckles, and its thumb moves with the wrist; SMPL-X has a joint a bone. */
    private int fingerJoint(String bone) {
        int hand = bone.startsWith("finger1") ? SmplJoints.LEFT_WRIST : SmplJoints.LEFT_HAND;
        return rig.leftFingerJoints().filter(joint -> rig.bone(joint).equals(bone)).findFirst().orElse(hand);
    }

    private void addLeg() {
        addBone(SmplJoints.LEFT_HIP, SmplJoints.LEFT_KNEE);
        addBone(SmplJoints.LEFT_KNEE, SmplJoints.LEFT_ANKLE);
        Vec3 ankle = joints[SmplJoints.LEFT_ANKLE];
        Vec3 ball = joints[SmplJoints.LEFT_FOOT];
        Vec3 heel = new Vec3(ankle.x(), ball.y(), ankle.z() - 0.25 * (ball.z() - ankle.z()));
        add(SmplJoints.LEFT_ANKLE, ankle, heel);
        for (int toe = 1; toe <= FINGERS; toe++) {
            Vec3 beginning = base.head("toe" + toe + "-1.L", body);
            add(SmplJoints.LEFT_ANKLE, ankle, beginning);
            add(SmplJoints.LEFT_FOOT, beginning, base.tail("toe" + toe + (toe == 1 ? "-2.L" : "-3.L"), body));
        }
    }
}
