package org.posescope.draw.mesh;

import org.posescope.pose.Vector3;

/** The few operations on vectors that views need; not for inner loops. */
public final class Vectors {
    private Vectors() {}

    static float dot(Vector3 a, Vector3 b) {
        return a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
    }

    public static Vector3 cross(Vector3 a, Vector3 b) {
        return new Vector3(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
    }

    public static Vector3 add(Vector3 a, Vector3 b) {
        return new Vector3(a.x() + b.x(), a.y() + b.y(), a.z() + b.z());
    }

    public static Vector3 scale(Vector3 a, double factor) {
        return new Vector3((float) (a.x() * factor), (float) (a.y() * factor), (float) (a.z() * factor));
    }

    /** The same direction with length 1; the zero vector stays as it is. */
    public static Vector3 unit(Vector3 a) {
        double length = Math.sqrt((double) dot(a, a));
        return length > 0 ? scale(a, 1 / length) : a;
    }
}
