package org.posescope.pipeline.people.sighting;

import org.posescope.frame.Region;
import org.posescope.pose.Person;
import org.posescope.pose.topdown.PoseObservation;

/**
 * Somebody whom a pose network saw.
 *
 * @param region      that it looked at
 * @param observation what it saw there
 */
public record Sighting(Region region, PoseObservation observation, Evidence evidence) {
    /** 0..1, the network's word that somebody is there. */
    public float presence() {
        return observation.person().score();
    }

    public Person person() {
        return observation.person();
    }

    /** Where to look next. */
    public Region next() {
        return observation.nextRegion();
    }

    /** 0..1, how near the region in which the person turned out to be lies to the one that was looked at. */
    public float steadiness() {
        return Regions.overlap(region, next());
    }

    /** @param mirrored 0..1, the network's word when it saw the same region in a mirror */
    public Sighting doubted(float mirrored) {
        return with(evidence.doubted(presence() - mirrored));
    }

    public Sighting with(Evidence newEvidence) {
        return new Sighting(region, observation, newEvidence);
    }
}
