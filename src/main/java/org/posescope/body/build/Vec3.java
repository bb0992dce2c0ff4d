package org.posescope.body.build;

/** A point or direction in double precision; metres, y up, facing +z, unless its holder says otherwise. */
record Vec3(double x, double y, double z) {
    static final Vec3 ZERO = new Vec3(0, 0, 0);
    static final Vec3 X = new Vec3(1, 0, 0);
    static final Vec3 Y = new Vec3(0, 1, 0);
    static final Vec3 Z = new Vec3(0, 0, 1);

    Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    Vec3 times(double s) {
        return new Vec3(x * s, y * s, z * s);
    }

    /** This plus {@code s} times the other. */
    Vec3 plus(double s, Vec3 o) {
        return new Vec3(x + s * o.x, y + s * o.y, z + s * o.z);
    }

    double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    double distance(Vec3 o) {
        return minus(o).length();
    }

    /** The unit vector of the same direction; zero stays zero. */
    Vec3 unit() {
        double length = length();
        return length > 0 ? times(1 / length) : ZERO;
    }

    /** The part that is perpendicular to a unit vector. */
    Vec3 without(Vec3 axis) {
        return plus(-dot(axis), axis);
    }

    /** The mirror image on the other side of the body, at the plane x = 0. */
    Vec3 mirrored() {
        return new Vec3(-x, y, z);
    }

    Vec3 lerp(Vec3 o, double t) {
        return new Vec3(x + t * (o.x - x), y + t * (o.y - y), z + t * (o.z - z));
    }
}
