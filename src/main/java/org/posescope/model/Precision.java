package org.posescope.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a network computes in. */
public enum Precision {
    FP32,
    BF16,
    /** What {@code posescope quantize} makes. */
    INT8;

    /** Its name on the command line, in cards and in reports. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The precision of a name as {@link #label} gives it. */
    public static Optional<Precision> ofLabel(String label) {
        return Arrays.stream(values()).filter(precision -> precision.label().equals(label)).findFirst();
    }
}
