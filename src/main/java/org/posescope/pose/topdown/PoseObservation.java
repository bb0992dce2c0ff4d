package org.posescope.pose.topdown;

import org.posescope.frame.Region;
import org.posescope.pose.Person;

/**
 * What a pose network saw in a region.
 *
 * @param person     not tracked yet (id 0), its score is the network's presence of a person
 * @param nextRegion where to look for the same person in the next frame
 */
public record PoseObservation(Person person, Region nextRegion) {}
