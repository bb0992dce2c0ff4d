package org.posescope.pose;

import java.util.List;

/**
 * What a body of SMPL-X has beyond one of SMPL.
 *
 * @param leftHand   15 rotations relative to the parent joint, in the order of {@link SmplFamily#SMPLX55}
 * @param rightHand  likewise
 * @param jaw        relative to the head
 * @param expression 10 components, whose meaning is that of the body model
 * @param eyes       the left one and the right one, relative to the head
 */
public record FingersAndFace(List<Quaternion> leftHand, List<Quaternion> rightHand, Quaternion jaw,
        List<Float> expression, List<Quaternion> eyes) {
    public static final int EXPRESSIONS = 10;

    private static final List<Quaternion> AHEAD = List.of(new Quaternion(1, 0, 0, 0), new Quaternion(1, 0, 0, 0));

    public FingersAndFace {
        leftHand = List.copyOf(leftHand);
        rightHand = List.copyOf(rightHand);
        expression = List.copyOf(expression);
        eyes = List.copyOf(eyes);
        if (leftHand.size() != SmplFamily.HAND_JOINTS || rightHand.size() != SmplFamily.HAND_JOINTS
                || expression.size() != EXPRESSIONS || eyes.size() != AHEAD.size()) {
            throw new IllegalArgumentException(
                    "hands have 15 rotations each and a face 10 components and two eyes, not "
                            + leftHand.size() + ", " + rightHand.size() + ", " + expression.size() + " and "
                            + eyes.size());
        }
    }

    /** Looking straight ahead. */
    public FingersAndFace(List<Quaternion> leftHand, List<Quaternion> rightHand, Quaternion jaw,
            List<Float> expression) {
        this(leftHand, rightHand, jaw, expression, AHEAD);
    }
}
