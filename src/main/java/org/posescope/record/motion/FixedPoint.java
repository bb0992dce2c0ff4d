package org.posescope.record.motion;

/** Numbers in text files, which no language changes. */
public final class FixedPoint {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private FixedPoint() {}

    /**
     * Appends a number with a fixed number of decimals, rounded half up; ten times faster than a format string, which is
     * what a text file of motion spends its time on.
     *
     * @param value    finite and below 1e9 in size
     * @param decimals 1 to 9
     */
    public static StringBuilder append(StringBuilder out, double value, int decimals) {
        if (!(Math.abs(value) < 1e9)) {
            throw new IllegalArgumentException(value + " is no number for a file");
        }
        long scale = (long) POWERS[decimals];
        long rounded = Math.round(Math.abs(value) * POWERS[decimals]);
        if (value < 0 && rounded != 0) {
            out.append('-');
        }
        out.append(rounded / scale).append('.');
        String fraction = Long.toString(rounded % scale);
        return out.repeat('0', decimals - fraction.length()).append(fraction);
    }
}
