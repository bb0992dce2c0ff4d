package org.posescope.pose;

/** Three numbers; metres and camera axes (x right, y down, z forward) unless its holder says otherwise. */
public record Vector3(float x, float y, float z) {}
