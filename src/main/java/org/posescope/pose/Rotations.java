package org.posescope.pose;

/**
 * Conversions between the notations of a rotation. A matrix is nine numbers row by row, at an offset of a longer array; it
 * turns a column vector. An axis-angle vector points along the axis, its length is the angle in radians. Computed in
 * double precision; nothing is allocated where the result goes into an array.
 */
public final class Rotations {
    /** Numbers of one matrix. */
    public static final int MATRIX = 9;

    private static final double TINY = 1e-12;

    /** Sine of the angle between two float32 directions below which rounding decides where their plane lies. */
    private static final double PARALLEL = 1e-6;

    private Rotations() {}

    /** The rotation by an axis-angle vector, of any length. */
    public static Quaternion quaternionOfAxisAngle(double x, double y, double z) {
        double angle = Math.sqrt(x * x + y * y + z * z);
        // sin(a/2)/a is 1/2 at 0, and flat there.
        double scale = angle < TINY ? 0.5 : Math.sin(angle / 2) / angle;
        return new Quaternion((float) Math.cos(angle / 2), (float) (scale * x), (float) (scale * y),
                (float) (scale * z));
    }

    /** The axis-angle vector of a quaternion, of length 0 to pi; at pi one of its two directions. */
    public static Vector3 axisAngleOf(Quaternion q) {
        double sine = Math.sqrt((double) q.x() * q.x() + (double) q.y() * q.y() + (double) q.z() * q.z());
        double sign = q.w() < 0 ? -1 : 1;
        double scale = sine < TINY ? 2 : 2 * Math.atan2(sine, Math.abs((double) q.w())) / sine;
        return new Vector3((float) (sign * scale * q.x()), (float) (sign * scale * q.y()),
                (float) (sign * scale * q.z()));
    }

    /** The axis-angle vector of a matrix, of length 0 to pi; at pi one of its two directions. */
    public static Vector3 axisAngleOf(float[] matrix, int offset) {
        return axisAngleOf(quaternionOfMatrix(matrix, offset));
    }

    /**
     * The unit quaternion, with w not negative, of a matrix that may be off by rounding (Shepperd 1978: the largest of the
     * four components is computed first, so that no small difference is divided by).
     */
    public static Quaternion quaternionOfMatrix(float[] m, int at) {
        double m00 = m[at];
        double m11 = m[at + 4];
        double m22 = m[at + 8];
        double xy = (double) m[at + 1] + m[at + 3];
        double xz = (double) m[at + 2] + m[at + 6];
        double yz = (double) m[at + 5] + m[at + 7];
        double wx = (double) m[at + 7] - m[at + 5];
        double wy = (double) m[at + 2] - m[at + 6];
        double wz = (double) m[at + 3] - m[at + 1];
        double ww = 1 + m00 + m11 + m22;
        double xx = 1 + m00 - m11 - m22;
        double yy = 1 - m00 + m11 - m22;
        double zz = 1 - m00 - m11 + m22;
        double largest = Math.max(Math.max(ww, xx), Math.max(yy, zz));
        if (largest == ww) {
            return unit(ww, wx, wy, wz);
        }
        if (largest == xx) {
            return unit(wx, xx, xy, xz);
        }
        return largest == yy ? unit(wy, xy, yy, yz) : unit(wz, xz, yz, zz);
    }

    private static Quaternion unit(double w, double x, double y, double z) {
        double norm = Math.sqrt(w * w + x * x + y * y + z * z);
        double scale = w < 0 ? -1 / norm : 1 / norm;
        return new Quaternion((float) (w * scale), (float) (x * scale), (float) (y * scale), (float) (z * scale));
    }

    /** Writes the matrix of a quaternion, which need not be of length 1 but must not be 0. */
    public static void putMatrix(Quaternion q, float[] out, int at) {
        double squares = (double) q.w() * q.w() + (double) q.x() * q.x() + (double) q.y() * q.y()
                + (double) q.z() * q.z();
        putMatrix(2 / squares, q.w(), q.x(), q.y(), q.z(), out, at);
    }

    /** Writes the matrix of an axis-angle vector, of any length. */
    public static void putMatrix(double x, double y, double z, float[] out, int at) {
        double angle = Math.sqrt(x * x + y * y + z * z);
        double scale = angle < TINY ? 0.5 : Math.sin(angle / 2) / angle;
        putMatrix(2, Math.cos(angle / 2), scale * x, scale * y, scale * z, out, at);
    }

    private static void putMatrix(double s, double w, double x, double y, double z, float[] out, int at) {
        out[at] = (float) (1 - s * (y * y + z * z));
        out[at + 1] = (float) (s * (x * y - w * z));
        out[at + 2] = (float) (s * (x * z + w * y));
        out[at + 3] = (float) (s * (x * y + w * z));
        out[at + 4] = (float) (1 - s * (x * x + z * z));
        out[at + 5] = (float) (s * (y * z - w * x));
        out[at + 6] = (float) (s * (x * z - w * y));
        out[at + 7] = (float) (s * (y * z + w * x));
        out[at + 8] = (float) (1 - s * (x * x + y * y));
    }

    /**
     * Writes the matrix of the 6D notation (Zhou et al. 2019, "On the Continuity of Rotation Representations in Neural
     * Networks"): its first two columns before they were made orthonormal, interleaved as SPIN's network gives them (x of
     * both, y of both, z of both). Where the two do not span a plane a coordinate axis stands in for the second, so the
     * result is always a rotation.
     */
    public static void putMatrixOfSixD(float[] sixD, int from, float[] out, int at) {
        Direction first = new Direction(sixD[from], sixD[from + 2], sixD[from + 4]).unitOr(Direction.X);
        Direction second = new Direction(sixD[from + 1], sixD[from + 3], sixD[from + 5]).unitOr(first).across(first);
        if (second.length() < PARALLEL) {
            second = (Math.abs(first.x) < Math.abs(first.y) ? Direction.X : Direction.Y).across(first);
        }
        second = second.unitOr(Direction.Y);
        first.putColumn(out, at);
        second.putColumn(out, at + 1);
        first.cross(second).putColumn(out, at + 2);
    }

    private record Direction(double x, double y, double z) {
        private static final Direction X = new Direction(1, 0, 0);
        private static final Direction Y = new Direction(0, 1, 0);

        private double length() {
            return Math.sqrt(x * x + y * y + z * z);
        }

        private Direction unitOr(Direction other) {
            double length = length();
            return length < TINY ? other : new Direction(x / length, y / length, z / length);
        }

        /** The part of this at right angles to a unit direction. */
        private Direction across(Direction unit) {
            double along = x * unit.x + y * unit.y + z * unit.z;
            return new Direction(x - along * unit.x, y - along * unit.y, z - along * unit.z);
        }

        private Direction cross(Direction other) {
            return new Direction(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
        }

        private void putColumn(float[] matrix, int at) {
            matrix[at] = (float) x;
            matrix[at + 3] = (float) y;
            matrix[at + 6] = (float) z;
        }
    }
}
