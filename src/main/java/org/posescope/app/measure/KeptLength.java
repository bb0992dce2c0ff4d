package org.posescope.app.measure;

import org.posescope.measure.length.LengthPlane;
import org.posescope.measure.length.PictureLine;

/**
 * A length that the user knows in something that was opened.
 *
 * @param source what that is, as the user named it
 * @param metres how long the line is
 * @param scale  by how much people are larger by it
 */
public record KeptLength(String source, PictureLine line, LengthPlane plane, double metres, double scale) {
    /** @throws IllegalArgumentException when something is missing or is no length */
    public KeptLength {
        if (source == null || line == null || plane == null || !(metres > 0) || !(scale > 0)) {
            throw new IllegalArgumentException("no length is " + metres + " m by " + line + " of " + source);
        }
    }
}
