package org.posescope.pose;

import java.util.Optional;

/** What was seen of the fingers and the face of a person; left and right as the person sees it. */
public record Details(Optional<Hand> leftHand, Optional<Hand> rightHand, Optional<Face> face) {
    /** Of somebody at whom nobody looked so closely. */
    public static final Details NONE = new Details(Optional.empty(), Optional.empty(), Optional.empty());

    public Details withLeftHand(Optional<Hand> hand) {
        return new Details(hand, rightHand, face);
    }

    public Details withRightHand(Optional<Hand> hand) {
        return new Details(leftHand, hand, face);
    }

    public Details withFace(Optional<Face> newFace) {
        return new Details(leftHand, rightHand, newFace);
    }
}
