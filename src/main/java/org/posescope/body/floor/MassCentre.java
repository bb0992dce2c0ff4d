package org.posescope.body.floor;

import java.util.List;
import java.util.function.Function;

import org.posescope.body.math.Vec3;

/** The centre of mass of a body, by the usual shares of its segments (Winter 2009, "Biomechanics and Motor Control", table 4.1). */
final class MassCentre {
    private static final double TRUNK = 0.497;
    private static final double HEAD = 0.081;
    private static final double THIGH = 0.1;
    private static final double SHIN_AND_FOOT = 0.061;
    private static final double UPPER_ARM = 0.028;
    private static final double FOREARM_AND_HAND = 0.022;
    private static final List<String> SIDES = List.of("left_", "right_");

    private MassCentre() {}

    /** @param joint place of a joint by its name: limbs, and the head */
    static Vec3 of(Function<String, Vec3> joint, String head) {
        Vec3 sum = joint.apply(head).times(HEAD);
        for (String side : SIDES) {
            Vec3 hip = joint.apply(side + "hip");
            Vec3 knee = joint.apply(side + "knee");
            Vec3 shoulder = joint.apply(side + "shoulder");
            Vec3 elbow = joint.apply(side + "elbow");
            sum = sum.plus(TRUNK / 2, hip.lerp(shoulder, 0.5)).plus(THIGH, hip.lerp(knee, 0.433))
                    .plus(SHIN_AND_FOOT, knee.lerp(joint.apply(side + "ankle"), 0.606))
                    .plus(UPPER_ARM, shoulder.lerp(elbow, 0.436))
                    .plus(FOREARM_AND_HAND, elbow.lerp(joint.apply(side + "wrist"), 0.682));
        }
        return sum;
    }

    /** Of the knee that is bent more, degrees. */
    static double kneeFlexion(Function<String, Vec3> joint) {
        return SIDES.stream().mapToDouble(side -> {
            Vec3 thigh = joint.apply(side + "knee").minus(joint.apply(side + "hip"));
            Vec3 shin = joint.apply(side + "ankle").minus(joint.apply(side + "knee"));
            return Math.toDegrees(Math.atan2(thigh.cross(shin).length(), thigh.dot(shin)));
        }).max().orElseThrow();
    }
}
