package org.posescope.body.hand;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.Expression;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Face;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Keypoint;

/**
 * What a face does.
 *
 * @param jaw        how far it is open, radians
 * @param expression components in the order of {@link Expression}
 * @param gaze       where the eyes look
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record FaceReading(double jaw, double[] expression, EyeTurn gaze) {
    static final FaceReading NEUTRAL = new FaceReading(0, new double[FingersAndFace.EXPRESSIONS], EyeTurn.AHEAD);

    /** Between the outer corners of the eyes of an adult, metres. */
    private static final double EYES = 0.090;
    /** From the joint of the jaw to the lips, metres. */
    private static final double JAW = 0.098;
    /** Lips that touch are this far apart, metres: the points are on their skin. */
    private static final double CLOSED_LIPS = 0.002;
    private static final double MOST_JAW = Math.toRadians(32);
    /** Height of the opening of the lids as a share of its width. */
    private static final double OPEN_LIDS = 0.24;
    private static final double CLOSED_LIDS = 0.09;
    /** Width of the mouth as a share of the distance of the outer corners of the eyes. */
    private static final double NEUTRAL_MOUTH = 0.59;
    private static final double SMILING_MOUTH = 0.76;
    private static final double POINTED_MOUTH = 0.42;

    /** Of eyes that are closed further nothing is to be seen. */
    private static final double MOST_BLINK = 0.7;

    private static final int RIGHT_EYE_OUTER = 33;
    private static final int RIGHT_EYE_INNER = 133;
    private static final int RIGHT_LID_UPPER = 159;
    private static final int RIGHT_LID_LOWER = 145;
    private static final int LEFT_EYE_OUTER = 263;
    private static final int LEFT_EYE_INNER = 362;
    private static final int LEFT_LID_UPPER = 386;
    private static final int LEFT_LID_LOWER = 374;
    private static final int UPPER_LIP = 13;
    private static final int LOWER_LIP = 14;
    private static final int RIGHT_MOUTH = 61;
    private static final int LEFT_MOUTH = 291;

    /** What a face that was seen does, by distances between its points, which do not change when the head turns. */
    static FaceReading of(Face face) {
        double eyes = distance(face, RIGHT_EYE_OUTER, LEFT_EYE_OUTER);
        if (!(eyes > 0)) {
            return NEUTRAL;
        }
        double gap = distance(face, UPPER_LIP, LOWER_LIP) / eyes * EYES - CLOSED_LIPS;
        double jaw = 2 * Math.asin(Math.clamp(gap / (2 * JAW), 0, 1));
        double mouth = distance(face, RIGHT_MOUTH, LEFT_MOUTH) / eyes;
        double[] expression = new double[FingersAndFace.EXPRESSIONS];
        expression[Expression.BLINK_RIGHT.component()] = share(OPEN_LIDS, CLOSED_LIDS,
                distance(face, RIGHT_LID_UPPER, RIGHT_LID_LOWER) / distance(face, RIGHT_EYE_OUTER, RIGHT_EYE_INNER));
        expression[Expression.BLINK_LEFT.component()] = share(OPEN_LIDS, CLOSED_LIDS,
                distance(face, LEFT_LID_UPPER, LEFT_LID_LOWER) / distance(face, LEFT_EYE_OUTER, LEFT_EYE_INNER));
        expression[Expression.SMILE.component()] = share(NEUTRAL_MOUTH, SMILING_MOUTH, mouth);
        expression[Expression.PUCKER.component()] = share(NEUTRAL_MOUTH - 0.07, POINTED_MOUTH, mouth);
        boolean closed = expression[Expression.BLINK_RIGHT.component()] > MOST_BLINK
                && expression[Expression.BLINK_LEFT.component()] > MOST_BLINK;
        return new FaceReading(Math.min(jaw, MOST_JAW), expression, closed ? EyeTurn.AHEAD : EyeTurn.of(face));
    }

    /** How far a value is from one to another: 0 at the first and before it, 1 at the second and beyond. */
    private static double share(double from, double to, double value) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }

    private static double distance(Face face, int from, int to) {
        return point(face, from).distance(point(face, to));
    }

    private static Vec3 point(Face face, int index) {
        Keypoint point = face.points().points().get(index);
        return new Vec3(point.x(), point.y(), face.depths().get(index));
    }

    /** A share of the way to another reading. */
    FaceReading towards(FaceReading other, double share) {
        double[] mixed = expression.clone();
        for (int k = 0; k < mixed.length; k++) {
            mixed[k] += share * (other.expression[k] - mixed[k]);
        }
        return new FaceReading(jaw + share * (other.jaw - jaw), mixed, gaze.towards(other.gaze, share));
    }

    List<Float> components() {
        return Arrays.stream(expression).mapToObj(value -> (float) value).toList();
    }
}
