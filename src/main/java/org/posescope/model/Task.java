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
    BODY_PARAMETERS
}
