package org.posescope.pose;

/** A point of the body in the picture: pixels of the source frame, score 0..1 (how likely it is visible and right). */
public record Keypoint(float x, float y, float score) {}
