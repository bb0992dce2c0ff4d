package org.posescope.body.build;

import java.util.ArrayList;
import java.util.List;

/**
 * The straight pieces that stand for the inside of each body part when skin is bound to it: bones, and, where a part is wide, ribs and
 * the like. Left side and middle only; the body is symmetric.
 */
final class BoneSegments {
    private static final int FINGERS = 5;

    /** From {@code a} to {@code b}, inside the part that moves with {@code joint}. */
    record Segment(int joint, Vec3 a, Vec3 b) {
        /** The point of the segment that is nearest to another. */
        Vec3 nearest(Vec3 p) {
            Vec3 ab = b.minus(a);
            double length = ab.dot(ab);
            double t = length > 0 ? Math.clamp(p.minus(a).dot(ab) / length, 0, 1) : 0;
            return a.lerp(b, t);
        }
    }

    private final BaseMesh base;
    private final Vec3[] body;
    private final Vec3[] joints;
    private final List<Segment> segments = new ArrayList<>();

    private BoneSegments(BaseMesh base, Vec3[] body) {
        this.base = base;
        this.body = body;
        joints = SmplJoints.of(base, body);
    }

    static List<Segment> of(BaseMesh base, Vec3[] body) {
        BoneSegments bones = new BoneSegments(base, body);
        bones.trunk();
        bones.arm();
        bones.leg();
        return bones.segments;
    }

    private void add(int joint, Vec3 a, Vec3 b) {
        segments.add(new Segment(joint, a, b));
    }

    private void trunk() {
        add(0, joints[0], joints[SmplJoints.LEFT_HIP]);
        add(0, joints[0], joints[SmplJoints.SPINE1]);
        pelvicFloor();
        add(SmplJoints.SPINE1, joints[SmplJoints.SPINE1], joints[SmplJoints.SPINE2]);
        add(SmplJoints.SPINE2, joints[SmplJoints.SPINE2], joints[SmplJoints.SPINE3]);
        add(SmplJoints.SPINE3, joints[SmplJoints.SPINE3], joints[SmplJoints.NECK]);
        add(SmplJoints.SPINE3, joints[SmplJoints.SPINE3], joints[SmplJoints.LEFT_COLLAR]);
        ribs();
        add(SmplJoints.NECK, joints[SmplJoints.NECK], joints[SmplJoints.HEAD]);
        add(SmplJoints.HEAD, joints[SmplJoints.HEAD], base.tail("head", body));
        add(SmplJoints.HEAD, joints[SmplJoints.HEAD], base.tail("jaw", body));
    }

    /** Without the pelvic floor and the bones that one sits on, the crotch would move with the thighs. */
    private void pelvicFloor() {
        Vec3 hip = joints[SmplJoints.LEFT_HIP];
        Vec3 floor = new Vec3(0, hip.y() - 0.05, joints[0].z());
        add(0, joints[0], floor);
        add(0, floor, new Vec3(0.5 * hip.x(), floor.y(), hip.z() - 0.035));
    }

    /** The trunk is wide and its spine far from the skin: without ribs its flanks would belong to the arms. */
    private void ribs() {
        Vec3 shoulder = joints[SmplJoints.LEFT_SHOULDER];
        Vec3 armpit = new Vec3(0.68 * shoulder.x(), shoulder.y() - 0.045, shoulder.z());
        Vec3 side = new Vec3(0.62 * shoulder.x(), joints[SmplJoints.SPINE3].y() - 0.03, armpit.z() + 0.02);
        Vec3 waist = new Vec3(0.5 * shoulder.x(), joints[SmplJoints.SPINE2].y(), side.z());
        add(SmplJoints.SPINE3, joints[SmplJoints.SPINE3], side);
        add(SmplJoints.SPINE3, side, armpit);
        add(SmplJoints.SPINE2, joints[SmplJoints.SPINE2], waist);
        add(SmplJoints.SPINE2, waist, side);
    }

    private void arm() {
        add(SmplJoints.LEFT_COLLAR, joints[SmplJoints.LEFT_COLLAR], base.tail("clavicle.L", body));
        add(SmplJoints.LEFT_COLLAR, base.tail("clavicle.L", body), joints[SmplJoints.LEFT_SHOULDER]);
        add(SmplJoints.LEFT_SHOULDER, joints[SmplJoints.LEFT_SHOULDER], joints[SmplJoints.LEFT_ELBOW]);
        add(SmplJoints.LEFT_ELBOW, joints[SmplJoints.LEFT_ELBOW], joints[SmplJoints.LEFT_WRIST]);
        for (int finger = 1; finger <= FINGERS; finger++) {
            // SMPL's hand joint is at the knuckles; the thumb moves with the wrist.
            int joint = finger == 1 ? SmplJoints.LEFT_WRIST : SmplJoints.LEFT_HAND;
            add(SmplJoints.LEFT_WRIST, joints[SmplJoints.LEFT_WRIST], base.head("finger" + finger + "-1.L", body));
            for (int bone = 1; bone <= 3; bone++) {
                String name = "finger" + finger + "-" + bone + ".L";
                add(joint, base.head(name, body), base.tail(name, body));
            }
        }
    }

    private void leg() {
        add(SmplJoints.LEFT_HIP, joints[SmplJoints.LEFT_HIP], joints[SmplJoints.LEFT_KNEE]);
        add(SmplJoints.LEFT_KNEE, joints[SmplJoints.LEFT_KNEE], joints[SmplJoints.LEFT_ANKLE]);
        Vec3 ankle = joints[SmplJoints.LEFT_ANKLE];
        Vec3 ball = joints[SmplJoints.LEFT_FOOT];
        add(SmplJoints.LEFT_ANKLE, ankle, new Vec3(ankle.x(), ball.y(), ankle.z() - 0.25 * (ball.z() - ankle.z())));
        for (int toe = 1; toe <= FINGERS; toe++) {
            String first = "toe" + toe + "-1.L";
            add(SmplJoints.LEFT_ANKLE, ankle, base.head(first, body));
            add(SmplJoints.LEFT_FOOT, base.head(first, body),
                    base.tail("toe" + toe + (toe == 1 ? "-2.L" : "-3.L"), body));
        }
    }
}
