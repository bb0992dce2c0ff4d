package org.posescope.pose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What was seen of the fingers and the face of a person; left and right as the person sees it. */
public record Details(Optional<Hand> leftHand, Optional<Hand> rightHand, Optional<Face> face) {
    /** Of somebody at whom nobody looked so closely. */
    public static final Details NONE = new Details(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String LEFT_HAND = "left_" + Skeletons.HAND21.id();
    private static final String RIGHT_HAND = "right_" + Skeletons.HAND21.id();

    /**
     * Those of hands and faces under the names that {@link #keypoints} has.
     *
     * @param face what the network for faces finds
     */
    public static List<Skeleton> skeletons(Skeleton face) {
        return List.of(Skeletons.HAND21.withId(LEFT_HAND), Skeletons.HAND21.withId(RIGHT_HAND), face);
    }

    /**
     * The points in the picture of what was seen, as files name them: {@code left_hand21}, {@code right_hand21}, {@code face468} or
     * {@code face478}.
     */
    public SequencedMap<String, Keypoints> keypoints() {
        SequencedMap<String, Keypoints> points = new LinkedHashMap<>();
        leftHand.ifPresent(hand -> points.put(LEFT_HAND, hand.points()));
        rightHand.ifPresent(hand -> points.put(RIGHT_HAND, hand.points()));
        face.ifPresent(seen -> points.put(seen.points().skeleton().id(), seen.points()));
        return points;
    }

    public Details withLeftHand(Optional<Hand> hand) {
        return new Details(hand, rightHand, face);
    }

    public Details withRightHand(Optional<Hand> hand) {
        return new Details(leftHand, hand, face);
    }

    public Details withFace(Optional<Face> newFace) {
        return new Details(leftHand, rightHand, newFace);
    }

    /** With the right hand for the left one, and the other way round. */
    public Details exchanged() {
        return new Details(/* leftHand= */ rightHand, /* rightHand= */ leftHand, face);
    }
}
