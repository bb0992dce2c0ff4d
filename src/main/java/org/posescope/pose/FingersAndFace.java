package org.posescope.pose;

import java.util.List;

/**
 * What a body of SMPL-X has beyond one of SMPL.
 *
 * @param leftHand   15 rotations relative to the parent joint, in the order of {@link SmplFamily#SMPLX55}
 * @param rightHand  likewise
 * @param jaw        relative to the head
 * @param expression 10 components, whose meaning is that of the body model
 */
public record FingersAndFace(List<Quaternion> leftHand, List<Quaternion> rightHand, Quaternion jaw,
        List<Float> expression) {
    public static final int EXPRESSIONS = 10;

    public FingersAndFace {
        leftHand = List.copyOf(leftHand);
        rightHand = List.copyOf(rightHand);
        expression = List.copyOf(expression);
        if (leftHand.size() != SmplFamily.HAND_JOINTS || rightHand.size() != SmplFamily.HAND_JOINTS
                || expression.size() != EXPRESSIONS) {
            throw new IllegalArgumentException("hands have 15 rotations each and a face 10 components, not "
                    + leftHand.size() + ", " + rightHand.size() + " and " + expression.size());
        }
    }
}
