package org.posescope.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model does in the pipeline. */
public enum Task {
    /** A picture in, boxes of people out. */
    @JsonProperty("person-detection")
    PERSON_DETECTION,
    /** One person in, points in the picture and in metres out. */
    @JsonProperty("pose-landmarks")
    POSE_LANDMARKS,
    /** One person in, points in the picture out. */
    @JsonProperty("pose-2d")
    POSE_2D,
    /** A picture in, the points of all people in it out. */
    @JsonProperty("pose-bottom-up")
    POSE_BOTTOM_UP,
    /** One person in, rotations and shape of a body model out. */
    @JsonProperty("body-parameters")
    BODY_PARAMETERS,
    /** The surroundings of a hand in, where it is and how it is turned out. */
    @JsonProperty("hand-region")
    HAND_REGION,
    /** One hand in, points in the picture and in metres out. */
    @JsonProperty("hand-landmarks")
    HAND_LANDMARKS,
    /** The surroundings of a face in, where it is and how it is turned out. */
    @JsonProperty("face-detection")
    FACE_DETECTION,
    /** One face in, points in the picture out. */
    @JsonProperty("face-landmarks")
    FACE_LANDMARKS
}
