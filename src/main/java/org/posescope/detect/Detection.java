package org.posescope.detect;

import org.posescope.frame.Region;

/**
 * A person found by a detector.
 *
 * @param region the part of the picture that holds the whole body, as a pose network wants to see it
 * @param score  0..1
 */
public record Detection(Region region, float score) {}
