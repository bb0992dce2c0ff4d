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
 * @param estimatesLens whether the field of view is only what is usual, and a better one is looked for: in the file of a picture, else in
 *                    the proportions of people
 * @param fitsBodies  whether everybody gets a body
 * @param height      how tall people are, metres; 0: not known, and they are taken as large as the network of their joints takes them
 * @param scale       by how much people are larger than they are taken to be without it, as a length that is known says; 0: not known
 * @param body        a body model in the SMPL format; empty: the program's own
 */
public record Place(@JsonProperty("field_of_view") double fieldOfView, @JsonProperty("focal") double focal,
        @JsonProperty("estimates_lens") boolean estimatesLens, @JsonProperty("fits_bodies") boolean fitsBodies,
        @JsonProperty("height") double height, @JsonProperty("scale") double scale,
        @JsonProperty("body") Optional<Path> body) {
    /** Nobody who walks is smaller or taller, metres. */
    public static final double LEAST_HEIGHT = 0.5;
    public static final double MOST_HEIGHT = 2.6;
    /** Nobody is taken for smaller or larger by more. */
    public static final double LEAST_SCALE = 0.4;
    public static final double MOST_SCALE = 2.5;
    public static final Place DEFAULT = new Place(60, 0, true, true, 0, 0, Optional.empty());

    /** @throws IllegalArgumentException when a number is out of its range */
    public Place {
        if (!(fieldOfView > 0 && fieldOfView < 180)) {
            throw new IllegalArgumentException("a field of view of " + fieldOfView + " is not between 0 and 180");
        }
        if (!(focal >= 0 && Double.isFinite(focal))) {
            throw new IllegalArgumentException("a focal length of " + focal);
        }
        if (height != 0 && !(height >= LEAST_HEIGHT && height <= MOST_HEIGHT)) {
            throw new IllegalArgumentException("a height of " + height + " m");
        }
        if (scale != 0 && !(scale >= LEAST_SCALE && scale <= MOST_SCALE)) {
            throw new IllegalArgumentException("a scale of " + scale);
        }
        if (scale != 0 && height != 0) {
            throw new IllegalArgumentException("a height and a scale, of which one follows from the other");
        }
    }

    /** A place of which the lens is known. */
    public Place(double fieldOfView, double focal, boolean fitsBodies, Optional<Path> body) {
        this(fieldOfView, focal, false, fitsBodies, 0, 0, body);
    }

    /** The lens that is known, or else what is usual. */
    public Lens lens() {
        return focal > 0 ? new Lens.Focal(focal) : new Lens.FieldOfView(fieldOfView);
    }

    /** With a lens that is known; nothing becomes known by what was there before. */
    public Place withLens(double newFieldOfView, double newFocal) {
        boolean same = newFieldOfView == fieldOfView && newFocal == focal;
        return new Place(newFieldOfView, newFocal, same && estimatesLens, fitsBodies, height, scale, body);
    }

    public Place withoutBodies() {
        return new Place(fieldOfView, focal, estimatesLens, false, 0, 0, body);
    }

    /** People who are so tall, metres; 0: that is not known. */
    public Place withHeight(double metres) {
        return new Place(fieldOfView, focal, estimatesLens, fitsBodies, metres, metres == 0 ? scale : 0, body);
    }

    /** People who are larger by so much; 0: that is not known. */
    public Place withScale(double factor) {
        return new Place(fieldOfView, focal, estimatesLens, fitsBodies, factor == 0 ? height : 0, factor, body);
    }
}
