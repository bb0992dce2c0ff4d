package org.posescope.plan;

import java.nio.file.Path;
import java.util.Optional;

import org.posescope.pose.Lens;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What puts people into space: what is known of the camera, and the body that is fitted to them.
 *
 * @param fieldOfView degrees that the longer side of the picture covers, as 60 of webcams and phones; without effect beside a focal
 *                    length
 * @param focal       focal length, pixels; 0: not known
 * @param fitsBodies  whether everybody gets a body
 * @param body        a body model in the SMPL format; empty: the program's own
 */
public record Place(@JsonProperty("field_of_view") double fieldOfView, @JsonProperty("focal") double focal,
        @JsonProperty("fits_bodies") boolean fitsBodies, @JsonProperty("body") Optional<Path> body) {
    public static final Place DEFAULT = new Place(60, 0, true, Optional.empty());

    /** @throws IllegalArgumentException when a number is out of its range */
    public Place {
        if (!(fieldOfView > 0 && fieldOfView < 180)) {
            throw new IllegalArgumentException("a field of view of " + fieldOfView + " is not between 0 and 180");
        }
        if (!(focal >= 0 && Double.isFinite(focal))) {
            throw new IllegalArgumentException("a focal length of " + focal);
        }
    }

    public Lens lens() {
        return focal > 0 ? new Lens.Focal(focal) : new Lens.FieldOfView(fieldOfView);
    }

    public Place withLens(double newFieldOfView, double newFocal) {
        return new Place(newFieldOfView, newFocal, fitsBodies, body);
    }

    public Place withoutBodies() {
        return new Place(fieldOfView, focal, false, body);
    }
}
