package org.posescope.model;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the int8 conversion of a model was made, and what came of it.
 *
 * @param form        of the weights: {@link #PAIRED}, or {@value #UNPAIRED} where none was recorded
 * @param method      that chose the ranges: {@code minmax} or {@code percentile}
 * @param source      what the pictures came from
 * @param pictures    that the network was given
 * @param layers      with weights that compute in int8
 * @param floatLayers outputs of the layers that were left in float
 * @param difference  0 where there is none: the mean difference of an output from the float network's, as a part of the outputs' own size (both as the
 *                    root of the mean square), on pictures held apart from calibration where there were enough
 * @param timeRatio   time of a run as a part of the float network's, in turns, the shortest runs
 * @param machine     that the time was measured on, see {@link ConversionTiming#machine}
 */
public record Int8Facts(@JsonProperty String form, @JsonProperty(required = true) String method,
        @JsonProperty(required = true) String source,
        @JsonProperty(required = true) int pictures, @JsonProperty(required = true) int layers,
        @JsonProperty(required = true) List<String> floatLayers, @JsonProperty(required = true) double difference,
        @JsonProperty(required = true) double timeRatio, @JsonProperty(required = true) String machine) {
    /** Signed bytes of which any two of a channel are together at most 128, so that every processor computes the same. */
    public static final String PAIRED = "s8-paired";
    /** Signed bytes of which two may be more than processors without VNNI can add. */
    private static final String UNPAIRED = "s8";

    public Int8Facts {
        form = Objects.requireNonNullElse(form, UNPAIRED);
        floatLayers = List.copyOf(floatLayers);
    }

    /** Whether every processor computes what the processor did on which it was compared with float. */
    public boolean runsEverywhere() {
        return form.equals(PAIRED);
    }
}
