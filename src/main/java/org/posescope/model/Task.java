package org.posescope.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a model does in the pipeline. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Task {
    /** A picture in, boxes of people out. */
    PERSON_DETECTION,
    /** One person in, points in the picture and in metres out. */
    POSE_LANDMARKS,
    /** One person in, points in the picture out. */
    @JsonProperty("pose-2d")
    POSE_2D,
    /** A picture in, the points of all people in it out. */
    POSE_BOTTOM_UP,
    /** One person in, rotations and shape of a body model out. */
    BODY_PARAMETERS
}
