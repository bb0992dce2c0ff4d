package org.posescope.body.math;

/** A point or direction in double precision; metres, y up, facing +z, left is +x, unless its holder says otherwise. */
public record Vec3(double x, double y, double z) {
    public static final Vec3 ZERO = new Vec3(0, 0, 0);
    public static final Vec3 X = new Vec3(1, 0, 0);
    public static final Vec3 Y = new Vec3(0, 1, 0);
    public static final Vec3 Z = new Vec3(0, 0, 1);

    public Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    public Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    public Vec3 times(double s) {
        return new Vec3(x * s, y * s, z * s);
    }

    /** This plus {@code s} times the other. */
    public Vec3 plus(double s, Vec3 o) {
        return new Vec3(x + s * o.x, y + s * o.y, z + s * o.z);
    }

    public double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    public Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    public double distance(Vec3 o) {
        return minus(o).length();
    }

    /** The unit vector of the same direction; zero stays zero. */
    public Vec3 unit() {
        double length = length();
        return length > 0 ? times(1 / length) : ZERO;
    }

    /** The part that is perpendicular to a unit vector. */
    public Vec3 without(Vec3 axis) {
        return plus(-dot(axis), axis);
    }

    /** The point a share of the way to another: this for 0, the other for 1. */
    public Vec3 lerp(Vec3 o, double share) {
        return new Vec3(x + share * (o.x - x), y + share * (o.y - y), z + share * (o.z - z));
    }

    /** The mirror image on the other side of the body, at the plane x = 0. */
    public Vec3 mirrored() {
        // 0 - x rather than -x: the mirror image of 0 is 0, not -0, so that records compare equal.
        return new Vec3(0 - x, y, z);
    }

    /** The mean of some points. */
    public static Vec3 mean(Vec3... points) {
        Vec3 sum = ZERO;
        for (Vec3 point : points) {
            sum = sum.plus(point);
        }
        return sum.times(1.0 / points.length);
    }
}
