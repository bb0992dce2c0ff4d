package org.posescope.model;

import java.util.Properties;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How long one run of a conversion took.
 *
 * @param machine what it was measured on, see {@link #machine}
 * @param millis  the shortest run of a batch of one, all cores
 */
public record ConversionTiming(@JsonProperty(required = true) String machine,
        @JsonProperty(required = true) NetworkRuntime runtime, @JsonProperty(required = true) Precision precision,
        @JsonProperty(required = true) double millis) {
    /** A name for machines that are as fast as this one, as far as can be told without asking the hardware. */
    public static String machine(Properties system, int cores) {
        return system.getProperty("os.name") + " " + system.getProperty("os.arch") + ", " + cores + " cores";
    }

    boolean isOf(Conversion conversion) {
        return runtime == conversion.runtime() && precision == conversion.precision();
    }
}
