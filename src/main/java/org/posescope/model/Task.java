package org.posescope.model;

/** What a model does in the pipeline. */
public enum Task {
    PERSON_DETECTION, POSE_LANDMARKS, POSE_2D, POSE_BOTTOM_UP, BODY_PARAMETERS
}
