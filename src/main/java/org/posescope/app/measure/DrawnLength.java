package org.posescope.app.measure;

import java.util.Locale;
import java.util.OptionalDouble;

import org.posescope.measure.length.LengthPlane;
import org.posescope.measure.length.PictureLine;

/**
 * A line that the user drew.
 *
 * @param measured metres, as large as people were taken to be when it was drawn; empty where nothing tells how far away it is
 * @param known    metres, where the user said so and it is in effect
 */
record DrawnLength(PictureLine line, LengthPlane plane, OptionalDouble measured, OptionalDouble known) {
    /** How long it is; empty where that is not known. */
    String text() {
        OptionalDouble metres = known.isPresent() ? known : measured;
        return metres.isPresent() ? String.format(Locale.ROOT, "%.2f m", metres.getAsDouble()) : "";
    }

    /** One sentence on what tells how long it is. */
    String sentence() {
        if (known.isPresent()) {
            return "Everything that is measured has the scale of this line.";
        }
        String where = plane == LengthPlane.PERSON ? "as far away as the person next to it" : "on the floor";
        if (measured.isPresent()) {
            return text() + " " + where + ", as large as people are taken to be now.";
        }
        return plane == LengthPlane.PERSON
                ? "Nobody is in the picture who tells how far away it is."
                : "It is not known where the floor is, or an end of the line is not on it.";
    }
}
