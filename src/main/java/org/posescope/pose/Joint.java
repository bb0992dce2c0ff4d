package org.posescope.pose;

/** A point of the body in space: metres, camera axes (x right, y down, z forward), score 0..1. */
public record Joint(float x, float y, float z, float score) {}
