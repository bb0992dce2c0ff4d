package org.posescope.workshop.lift.pose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;

/**
 * Mends knees that are bent where people stand, because the skeletons that motion was captured with have their hips too far in front. Each
 * subject's legs are stretched by so much that the straighter of their standing knees are straight; thigh and foot turn by half of
 * it, so that hip and ankle stay above each other. Legs that are bent far are left as they are.
 */
final class StandingKnees {
    /** Degrees: knees of people who stand straight. */
    private static final double STRAIGHT = 4;
    private static final double STANDING = 35;
    private static final double BENT = 45;
    private static final double FAR_BENT = 100;
    private static final List<String> SIDES = List.of("left_", "right_");

    private final SubjectExcess excess;

    StandingKnees(CapturedMotion motion) {
        List<List<Double>> standing = IntStream.range(0, motion.subjects().length)
                .<List<Double>>mapToObj(_ -> new ArrayList<>()).toList();
        for (int frame = 0; frame < motion.frames(); frame++) {
            BodyRotations pose = motion.pose(frame);
            if (stands(pose)) {
                List<Double> own = standing.get(motion.subject(frame));
                SIDES.forEach(side -> own.add(pose.kneeFlexion(side)));
            }
        }
        excess = new SubjectExcess(standing, STRAIGHT);
    }

    /** Whether thighs and shins hang down below an upright pelvis. */
    static boolean stands(BodyRotations pose) {
        Vec3 up = pose.get(0).apply(Vec3.Y);
        return up.y() > Math.cos(Math.toRadians(STANDING)) && SIDES.stream().allMatch(side -> {
            Vec3 thigh = pose.get(0).times(pose.get(side + "hip")).apply(Vec3.Y);
            Vec3 shin = pose.get(0).times(pose.get(side + "hip")).times(pose.get(side + "knee")).apply(Vec3.Y);
            return Math.min(thigh.y(), shin.y()) > Math.cos(Math.toRadians(STANDING));
        });
    }

    void mend(BodyRotations pose, int subject) {
        for (String side : SIDES) {
            double share = Math.clamp((FAR_BENT - pose.kneeFlexion(side)) / (FAR_BENT - BENT), 0, 1);
            double degrees = share * excess.of(subject);
            pose.turn(side + "hip", Vec3.X, degrees / 2);
            pose.turn(side + "knee", Vec3.X, -degrees);
            pose.turn(side + "ankle", Vec3.X, degrees / 2);
        }
    }
}
