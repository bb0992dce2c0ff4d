package org.posescope.body.fit;

/** Arithmetic with 3x3 matrices, nine numbers row by row, at offsets of longer arrays. */
final class Matrices {
    static final int SIZE = 9;

    private static final double TINY = 1e-12;

    private Matrices() {}

    static void setIdentity(double[] out, int at) {
        for (int i = 0; i < SIZE; i++) {
            out[at + i] = i % 4 == 0 ? 1 : 0;
        }
    }

    /** {@code out = a b}; {@code out} overlaps neither. */
    static void multiply(double[] a, int atA, double[] b, int atB, double[] out, int at) {
        for (int row = 0; row < 3; row++) {
            double x = a[atA + 3 * row];
            double y = a[atA + 3 * row + 1];
            double z = a[atA + 3 * row + 2];
            for (int column = 0; column < 3; column++) {
                out[at + 3 * row + column] = x * b[atB + column] + y * b[atB + 3 + column] + z * b[atB + 6 + column];
            }
        }
    }

    /** {@code out = transposed(a) b}; {@code out} overlaps neither. */
    static void transposedTimes(double[] a, int atA, double[] b, int atB, double[] out, int at) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                out[at + 3 * row + column] = a[atA + row] * b[atB + column] + a[atA + 3 + row] * b[atB + 3 + column]
                        + a[atA + 6 + row] * b[atB + 6 + column];
            }
        }
    }

    /** {@code out = a transposed(b)}; {@code out} overlaps neither. */
    static void timesTransposed(double[] a, int atA, double[] b, int atB, double[] out, int at) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                out[at + 3 * row + column] = a[atA + 3 * row] * b[atB + 3 * column]
                        + a[atA + 3 * row + 1] * b[atB + 3 * column + 1]
                        + a[atA + 3 * row + 2] * b[atB + 3 * column + 2];
            }
        }
    }

    /** The rotation by an axis-angle vector (Rodrigues). */
    static void exp(double x, double y, double z, double[] out, int at) {
        double angle = Math.sqrt(x * x + y * y + z * z);
        double s = angle < TINY ? 1 : Math.sin(angle) / angle;
        double half = angle < TINY ? 0 : Math.sin(angle / 2) / angle;
        double c = 2 * half * half;
        out[at] = 1 - c * (y * y + z * z);
        out[at + 1] = c * x * y - s * z;
        out[at + 2] = c * x * z + s * y;
        out[at + 3] = c * x * y + s * z;
        out[at + 4] = 1 - c * (x * x + z * z);
        out[at + 5] = c * y * z - s * x;
        out[at + 6] = c * x * z - s * y;
        out[at + 7] = c * y * z + s * x;
        out[at + 8] = 1 - c * (x * x + y * y);
    }

    /** The axis-angle vector of a rotation, of length 0 to pi. */
    static void log(double[] m, int at, double[] out) {
        quaternion(m, at, out);
        double sine = Math.sqrt(out[1] * out[1] + out[2] * out[2] + out[3] * out[3]);
        double scale = sine < TINY ? 2 : 2 * Math.atan2(sine, out[0]) / sine;
        out[0] = out[1] * scale;
        out[1] = out[2] * scale;
        out[2] = out[3] * scale;
    }

    /** The unit quaternion w, x, y, z of a rotation, w not negative, computed from its largest component (Shepperd 1978). */
    static void quaternion(double[] m, int at, double[] out) {
        double ww = 1 + m[at] + m[at + 4] + m[at + 8];
        double xx = 1 + m[at] - m[at + 4] - m[at + 8];
        double yy = 1 - m[at] + m[at + 4] - m[at + 8];
        double zz = 1 - m[at] - m[at + 4] + m[at + 8];
        double wx = m[at + 7] - m[at + 5];
        double wy = m[at + 2] - m[at + 6];
        double wz = m[at + 3] - m[at + 1];
        double xy = m[at + 1] + m[at + 3];
        double xz = m[at + 2] + m[at + 6];
        double yz = m[at + 5] + m[at + 7];
        double largest = Math.max(Math.max(ww, xx), Math.max(yy, zz));
        if (largest == ww) {
            setUnit(out, ww, wx, wy, wz);
        } else if (largest == xx) {
            setUnit(out, wx, xx, xy, xz);
        } else if (largest == yy) {
            setUnit(out, wy, xy, yy, yz);
        } else {
            setUnit(out, wz, xz, yz, zz);
        }
    }

    private static void setUnit(double[] out, double w, double x, double y, double z) {
        double scale = (w < 0 ? -1 : 1) / Math.sqrt(w * w + x * x + y * y + z * z);
        out[0] = w * scale;
        out[1] = x * scale;
        out[2] = y * scale;
        out[3] = z * scale;
    }
}
