package org.posescope.pipeline.people.crew;

import org.posescope.frame.Region;

/**
 * Where to look for somebody.
 *
 * @param who the same for the same person from frame to frame, and for nobody else
 */
public record Whereabouts(long who, Region region) {}
