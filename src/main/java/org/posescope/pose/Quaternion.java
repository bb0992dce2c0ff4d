package org.posescope.pose;

/** A rotation as a unit quaternion {@code w + xi + yj + zk}; {@code q} and {@code -q} are the same rotation. */
public record Quaternion(float w, float x, float y, float z) {
    public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);
}
