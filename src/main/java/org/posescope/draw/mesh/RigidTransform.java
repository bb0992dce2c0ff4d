package org.posescope.draw.mesh;

import org.posescope.pose.Vector3;

/** A rotation and then a translation: {@code row i of the rotation * p + translation i}; metres. Immutable. */
public final class RigidTransform {
    public static final RigidTransform IDENTITY = new RigidTransform(new Vector3(1, 0, 0), new Vector3(0, 1, 0),
            new Vector3(0, 0, 1), new Vector3(0, 0, 0));

    private final Vector3 xRow;
    private final Vector3 yRow;
    private final Vector3 zRow;
    private final Vector3 translation;

    /** The rows must be orthonormal and right-handed. */
    public RigidTransform(Vector3 xRow, Vector3 yRow, Vector3 zRow, Vector3 translation) {
        this.xRow = xRow;
        this.yRow = yRow;
        this.zRow = zRow;
        this.translation = translation;
    }

    /** From world to camera coordinates for a camera at {@code position} whose axes in the world are given. */
    public static RigidTransform lookingFrom(Vector3 position, Vector3 right, Vector3 down, Vector3 forward) {
        return new RigidTransform(right, down, forward,
                new Vector3(-Vectors.dot(right, position), -Vectors.dot(down, position),
                        -Vectors.dot(forward, position)));
    }

    public float x(float px, float py, float pz) {
        return turnX(px, py, pz) + translation.x();
    }

    public float y(float px, float py, float pz) {
        return turnY(px, py, pz) + translation.y();
    }

    public float z(float px, float py, float pz) {
        return turnZ(px, py, pz) + translation.z();
    }

    /** As {@link #x} for a direction. */
    public float turnX(float px, float py, float pz) {
        return xRow.x() * px + xRow.y() * py + xRow.z() * pz;
    }

    public float turnY(float px, float py, float pz) {
        return yRow.x() * px + yRow.y() * py + yRow.z() * pz;
    }

    public float turnZ(float px, float py, float pz) {
        return zRow.x() * px + zRow.y() * py + zRow.z() * pz;
    }

    /** x in the source frame of a direction of the target frame. */
    public float backX(float px, float py, float pz) {
        return xRow.x() * px + yRow.x() * py + zRow.x() * pz;
    }

    public float backY(float px, float py, float pz) {
        return xRow.y() * px + yRow.y() * py + zRow.y() * pz;
    }

    public float backZ(float px, float py, float pz) {
        return xRow.z() * px + yRow.z() * py + zRow.z() * pz;
    }

    /** A direction of the source frame in the target frame. */
    public Vector3 turn(Vector3 v) {
        return new Vector3(turnX(v.x(), v.y(), v.z()), turnY(v.x(), v.y(), v.z()), turnZ(v.x(), v.y(), v.z()));
    }
}
