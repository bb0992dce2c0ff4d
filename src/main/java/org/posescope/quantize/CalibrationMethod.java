package org.posescope.quantize;

import java.util.Locale;

/** How the range of an array is chosen from the numbers that were seen in it. */
public enum CalibrationMethod {
    /** Everything that was seen. */
    MINMAX,
    /** All but the outermost {@value Histogram#CUT} of the numbers at each end, so that a few outliers do not make all steps coarse. */
    PERCENTILE;

    /** Its name on the command line and in records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
