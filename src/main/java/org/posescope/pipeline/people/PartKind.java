package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.posescope.frame.Region;
import org.posescope.pose.Details;
import org.posescope.pose.Face;
import org.posescope.pose.Hand;
import org.posescope.pose.Keypoints;
import org.posescope.pose.face.FaceRegions;
import org.posescope.pose.hand.HandRegions;

/**
 * A part of a person at which one looks closely: the left hand, the right one, the face.
 *
 * @param around where a pose has it; empty where it is hidden
 * @param put    makes it a part of what is known of a person
 */
record PartKind<P>(Function<Keypoints, Optional<Region>> around, BiFunction<Details, Optional<P>, Details> put) {
    static final List<PartKind<Hand>> HANDS = List.of(
            new PartKind<>(pose -> HandRegions.ofPose(pose, "left_"), Details::withLeftHand),
            new PartKind<>(pose -> HandRegions.ofPose(pose, "right_"), Details::withRightHand));

    static final List<PartKind<Face>> FACE = List.of(
            new PartKind<>(pose -> Optional.of(FaceRegions.ofPose(pose)), Details::withFace));
}
