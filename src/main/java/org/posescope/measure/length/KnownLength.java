package org.posescope.measure.length;

/**
 * A line in a picture of which somebody knows how long it is.
 *
 * @param metres    between what is seen at its ends
 * @param plane     where it lies
 * @param atSeconds place in the clip of the picture in which it was drawn
 */
public record KnownLength(PictureLine line, double metres, LengthPlane plane, double atSeconds) {
    public static final double LEAST_METRES = 0.01;
    public static final double MOST_METRES = 500;

    /** @throws IllegalArgumentException when it is no length or no time */
    public KnownLength {
        if (!(metres >= LEAST_METRES && metres <= MOST_METRES)) {
            throw new IllegalArgumentException("a length of " + metres + " m");
        }
        if (!(atSeconds >= 0 && Double.isFinite(atSeconds))) {
            throw new IllegalArgumentException("a place at " + atSeconds + " seconds");
        }
    }
}
