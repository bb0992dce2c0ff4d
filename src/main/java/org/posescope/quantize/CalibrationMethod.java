package org.posescope.quantize;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.posescope.error.UserException;

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

    /**
     * The method with a name.
     *
     * @throws UserException when no method has it
     */
    public static CalibrationMethod named(String label) {
        return Arrays.stream(values()).filter(method -> method.label().equals(label)).findFirst()
                .orElseThrow(() -> new UserException("no method is named '" + label + "'; there are "
                        + Arrays.stream(values()).map(CalibrationMethod::label).collect(Collectors.joining(" and "))));
    }
}
