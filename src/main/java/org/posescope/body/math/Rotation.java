package org.posescope.body.math;

/** A rotation as a unit quaternion {@code w + xi + yj + zk} in double precision. */
public record Rotation(double w, double x, double y, double z) {
    public static final Rotation IDENTITY = new Rotation(1, 0, 0, 0);

    private static final double OPPOSITE = -1 + 1e-9;

    /** Turns about a unit axis, in radians by the right-hand rule. */
    public static Rotation about(Vec3 axis, double angle) {
        double s = StrictMath.sin(angle / 2);
        return new Rotation(StrictMath.cos(angle / 2), s * axis.x(), s * axis.y(), s * axis.z());
    }

    /** The shortest rotation that brings one direction to another; one of the shortest where they are opposite. */
    public static Rotation between(Vec3 from, Vec3 to) {
        Vec3 a = from.unit();
        Vec3 b = to.unit();
        if (a.dot(b) < OPPOSITE) {
            Vec3 other = Math.abs(a.x()) < 0.5 ? Vec3.X : Vec3.Y;
            return about(a.cross(other).unit(), Math.PI);
        }
        Vec3 axis = a.cross(b);
        return new Rotation(1 + a.dot(b), axis.x(), axis.y(), axis.z()).unit();
    }

    /** The rotation that brings two directions to two others: the first exactly, the second as near as it can. */
    public static Rotation aligning(Vec3 first, Vec3 second, Vec3 toFirst, Vec3 toSecond) {
        Rotation swing = between(first, toFirst);
        Vec3 axis = toFirst.unit();
        Vec3 have = swing.apply(second).without(axis);
        Vec3 want = toSecond.without(axis);
        double angle = StrictMath.atan2(have.cross(want).dot(axis), have.dot(want));
        return about(axis, angle).times(swing);
    }

    /** First the other, then this. */
    public Rotation times(Rotation o) {
        return new Rotation(w * o.w - x * o.x - y * o.y - z * o.z, w * o.x + x * o.w + y * o.z - z * o.y,
                w * o.y - x * o.z + y * o.w + z * o.x, w * o.z + x * o.y - y * o.x + z * o.w);
    }

    public Rotation inverse() {
        return new Rotation(w, -x, -y, -z);
    }

    public Vec3 apply(Vec3 v) {
        double tx = 2 * (y * v.z() - z * v.y());
        double ty = 2 * (z * v.x() - x * v.z());
        double tz = 2 * (x * v.y() - y * v.x());
        return new Vec3(v.x() + w * tx + y * tz - z * ty, v.y() + w * ty + z * tx - x * tz,
                v.z() + w * tz + x * ty - y * tx);
    }

    /** The quaternion scaled to length 1. */
    Rotation unit() {
        double s = 1 / Math.sqrt(w * w + x * x + y * y + z * z);
        return new Rotation(w * s, x * s, y * s, z * s);
    }

    /** So much of this rotation about its axis, by the shorter way: 0 for none, 1 for all of it. */
    public Rotation share(double amount) {
        double sine = Math.sqrt(x * x + y * y + z * z);
        double angle = 2 * StrictMath.atan2(sine, Math.abs(w));
        Vec3 axis = new Vec3(x, y, z).times(w < 0 ? -1 : 1).unit();
        return about(axis, amount * angle);
    }

    /** The angle in (-pi, pi] of the part of this rotation that turns about a unit axis (swing-twist decomposition). */
    public double twist(Vec3 axis) {
        double along = x * axis.x() + y * axis.y() + z * axis.z();
        double angle = 2 * StrictMath.atan2(along, w);
        if (angle > Math.PI) {
            return angle - 2 * Math.PI;
        }
        return angle <= -Math.PI ? angle + 2 * Math.PI : angle;
    }

    /** The same rotation on the other side of the body, mirrored at the plane x = 0. */
    public Rotation mirrored() {
        return new Rotation(w, x, -y, -z);
    }

    /** The 3 x 3 matrix in row-major order. */
    public double[] matrix() {
        return new double[] {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), 2 * (x * y + w * z),
            1 - 2 * (x * x + z * z), 2 * (y * z - w * x), 2 * (x * z - w * y), 2 * (y * z + w * x),
            1 - 2 * (x * x + y * y)};
    }
}
