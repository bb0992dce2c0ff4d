package org.posescope.detect;

import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pose.Box;

/**
 * A person found by a detector.
 *
 * @param region the part of the picture that holds the whole body, as a pose network wants to see it
 * @param score  0..1
 * @param box    around what is to be seen of the body, in pixels of the frame, from a detector that gives upright boxes
 */
public record Detection(Region region, float score, Optional<Box> box) {
    /** Of a detector that gives no box. */
    public Detection(Region region, float score) {
        this(region, score, Optional.empty());
    }

    /** Whether the region says how the body lies. */
    public boolean turned() {
        return box.isEmpty() || region.rotation() != 0;
    }
}
