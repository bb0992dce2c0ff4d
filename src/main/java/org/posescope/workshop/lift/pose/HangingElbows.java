package org.posescope.workshop.lift.pose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * Mends elbows that are bent where arms hang, as {@link StandingKnees} does knees: in what was captured they hang with 45 degrees and more. Each
 * subject's elbows are stretched by so much that the straighter of those that hang are straight; those that are bent far are left as they are.
 */
final class HangingElbows {
    /** Degrees: elbows of arms that hang at rest are never quite straight. */
    private static final double STRAIGHT = 8;
    private static final double HANGING = 25;
    private static final double BENT = 55;
    private static final double FAR_BENT = 110;
    private static final List<String> SIDES = List.of("left_", "right_");
    private static final List<String> TO_ELBOW = List.of("spine1", "spine2", "spine3");

    private final SubjectExcess excess;

    HangingElbows(CapturedMotion motion) {
        List<List<Double>> hanging = IntStream.range(0, motion.subjects().length)
                .<List<Double>>mapToObj(_ -> new ArrayList<>()).toList();
        for (int frame = 0; frame < motion.frames(); frame++) {
            hanging.get(motion.subject(frame)).addAll(flexions(motion.pose(frame)));
        }
        excess = new SubjectExcess(hanging, STRAIGHT);
    }

    /** Degrees of the elbows of arms that hang. */
    static List<Double> flexions(BodyRotations pose) {
        return SIDES.stream().filter(side -> hangs(pose, side)).map(pose::elbowFlexion).toList();
    }

    private static boolean hangs(BodyRotations pose, String side) {
        Rotation turn = pose.get(0);
        for (String joint : TO_ELBOW) {
            turn = turn.times(pose.get(joint));
        }
        turn = turn.times(pose.get(side + "collar")).times(pose.get(side + "shoulder"));
        // At rest upper arms point sideways.
        Vec3 along = turn.apply(Vec3.X.times(BodyRotations.outwards(side)));
        return -along.y() > Math.cos(Math.toRadians(HANGING));
    }

    void mend(BodyRotations pose, int subject) {
        for (String side : SIDES) {
            double share = Math.clamp((FAR_BENT - pose.elbowFlexion(side)) / (FAR_BENT - BENT), 0, 1);
            pose.turn(side + "elbow", Vec3.Y, BodyRotations.outwards(side) * share * excess.of(subject));
        }
    }
}
