package org.posescope.report;

import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.body.floor.Ground;
import org.posescope.record.CameraFacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The camera of a run, as it was known at the end.
 *
 * @param focal       length, pixels
 * @param fieldOfView that the longer side of the picture covers, degrees
 * @param estimated   whether that was not said by the user
 * @param pitch       by which it looks down, degrees; empty where no floor is known, as the next two
 * @param roll        by which it is turned about its line of sight, degrees, clockwise
 * @param height      over the floor, metres
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CameraReport(@JsonProperty("focal_px") double focal, @JsonProperty("field_of_view") double fieldOfView,
        @JsonProperty("estimated") boolean estimated, @JsonProperty("pitch") OptionalDouble pitch,
        @JsonProperty("roll") OptionalDouble roll, @JsonProperty("height_m") OptionalDouble height) {
    public static CameraReport of(CameraFacts facts, boolean estimated) {
        return new CameraReport(Reports.round(facts.camera().focal()), Reports.round(facts.fieldOfView()), estimated,
                optional(facts.ground().map(Ground::pitch)), optional(facts.ground().map(Ground::roll)),
                optional(facts.ground().map(Ground::height)));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(known -> OptionalDouble.of(Reports.round(known))).orElseGet(OptionalDouble::empty);
    }
}
