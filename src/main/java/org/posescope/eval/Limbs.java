package org.posescope.eval;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;

/**
 * The limbs of one pose, by the names of its joints.
 *
 * @param joints metres, y down; callers ask only for what they know to be there
 */
record Limbs(Map<String, Vec3> joints) {
    private static final List<String> SIDES = List.of("left_", "right_");
    /** Degrees by which knees may be bent, and thighs and trunk out of line, of somebody who stands. */
    private static final double STANDING_FLEXION = 30;
    private static final double STANDING_BEND = 30;

    boolean has(List<String> names) {
        return names.stream().flatMap(name -> SIDES.stream().map(side -> side + name)).allMatch(joints::containsKey);
    }

    /** Mean of both knees, degrees; 0 where thigh and shin are in line. */
    double kneeFlexion() {
        return sides().mapToDouble(this::kneeFlexion).average().orElseThrow();
    }

    private double kneeFlexion(String side) {
        Vec3 knee = joint(side, "knee");
        return angle(knee.minus(joint(side, "hip")), joint(side, "ankle").minus(knee));
    }

    /** Whether both legs are about straight and in line with the trunk. */
    boolean standing() {
        return sides().allMatch(side -> kneeFlexion(side) < STANDING_FLEXION
                && angle(trunk(), joint(side, "hip").minus(joint(side, "knee"))) < STANDING_BEND);
    }

    /** By how much the trunk leans forward, away from the y axis, degrees; backward is negative. */
    double lean() {
        Vec3 up = new Vec3(0, -1, 0);
        Vec3 left = joint("left_", "hip").minus(joint("right_", "hip"));
        Vec3 forward = left.cross(up);
        return Math.toDegrees(Math.atan2(trunk().dot(forward) / forward.length(), trunk().dot(up)));
    }

    /** Mean of both sides, metres. */
    double length(String from, String to) {
        return sides().mapToDouble(side -> joint(side, from).distance(joint(side, to))).average().orElseThrow();
    }

    double leg() {
        return length("hip", "knee") + length("knee", "ankle");
    }

    double arm() {
        return length("shoulder", "elbow") + length("elbow", "wrist");
    }

    double trunkLength() {
        return trunk().length();
    }

    /** From left to right. */
    double width(String name) {
        return joint("left_", name).distance(joint("right_", name));
    }

    /** From the middle of the hips to that of the shoulders. */
    private Vec3 trunk() {
        return middle("shoulder").minus(middle("hip"));
    }

    private Vec3 middle(String name) {
        return joint("left_", name).lerp(joint("right_", name), 0.5);
    }

    private Vec3 joint(String side, String name) {
        return joints.get(side + name);
    }

    private static Stream<String> sides() {
        return SIDES.stream();
    }

    private static double angle(Vec3 a, Vec3 b) {
        return Math.toDegrees(Math.atan2(a.cross(b).length(), a.dot(b)));
    }
}
