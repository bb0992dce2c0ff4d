package org.posescope.body.fit;

import java.util.Optional;

/**
 * What is known of everybody's size; one of the two at most.
 *
 * @param height that everybody has
 * @param scale  by how much everybody is larger than they are taken to be; 0: not known
 */
record KnownSize(Optional<KnownHeight> height, double scale) {}
