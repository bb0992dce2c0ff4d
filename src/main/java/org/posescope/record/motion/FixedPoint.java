package org.posescope.record.motion;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in text files, which no language changes. */
public final class FixedPoint {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /** From here on a number with nine decimals may not fit into a long. */
    private static final double LARGE = 1e9;

    private FixedPoint() {}

    /**
     * Appends a number with a fixed number of decimals, rounded half up. A format string would take most of the time that
     * a text file of motion takes.
     *
     * @param value    finite
     * @param decimals 1 to 9
     */
    public static StringBuilder append(StringBuilder out, double value, int decimals) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is no number for a file");
        }
        if (Math.abs(value) >= LARGE) {
            return out.append(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
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
