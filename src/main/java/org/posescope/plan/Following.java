package org.posescope.plan;

import java.util.OptionalDouble;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How people are found and followed from frame to frame.
 *
 * @param threshold   0..1, least score of a person; empty: what is usual for the networks
 * @param detectEvery the detector looks at every so many frames; 0: twice a second, or once where nobody came or went for a while
 * @param track       whether people get identities; without them everybody has id 0
 * @param smooth      whether their motion is smoothed, which needs identities
 * @param maxPeople   the most people of one frame, where each takes time of their own
 * @param background  whether those in single pictures are kept who are far behind the others and too small to be measured
 */
public record Following(@JsonProperty("threshold") OptionalDouble threshold,
        @JsonProperty("detect_every") int detectEvery, @JsonProperty("track") boolean track,
        @JsonProperty("smooth") boolean smooth, @JsonProperty("max_people") int maxPeople,
        @JsonProperty("background") boolean background) {
    public static final Following DEFAULT = new Following(OptionalDouble.empty(), 0, true, true, 32, false);
    /** 0..1, how sure a detector must be of somebody who comes into a moving picture. */
    private static final float LEAST_NEWCOMER = 0.6f;

    /** @throws IllegalArgumentException when a number is out of its range */
    public Following {
        if (threshold.isPresent() && !(threshold.getAsDouble() >= 0 && threshold.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "the threshold " + threshold.getAsDouble() + " is not between 0 and 1");
        }
        if (detectEvery < 0 || maxPeople < 1) {
            throw new IllegalArgumentException("a look every " + detectEvery + " frames at " + maxPeople + " people");
        }
    }

    /** How sure the networks must be that a person is there, 0..1. */
    public float minPresence(double usual) {
        return (float) threshold.orElse(usual);
    }

    /**
     * How sure the detector must be of somebody who comes into a moving picture, 0..1. In a still picture, which gets no second look,
     * whatever the detector gives counts.
     */
    public float minNewcomer(double usual) {
        return Math.max(minPresence(usual), LEAST_NEWCOMER);
    }

    /** Whether motion is smoothed. */
    public boolean smooths() {
        return smooth && track;
    }

    public Following withThreshold(double newThreshold) {
        return new Following(OptionalDouble.of(newThreshold), detectEvery, track, smooth, maxPeople, background);
    }

    public Following withUsualThreshold() {
        return new Following(OptionalDouble.empty(), detectEvery, track, smooth, maxPeople, background);
    }

    public Following withSmoothing(boolean wanted) {
        return new Following(threshold, detectEvery, track, wanted, maxPeople, background);
    }

    public Following withBackground(boolean kept) {
        return new Following(threshold, detectEvery, track, smooth, maxPeople, kept);
    }

    /** For pictures each of which is a world of its own: no identities, no smoothing, and nobody left out. */
    public Following ofStills(int newMaxPeople) {
        return new Following(threshold, 0, false, false, newMaxPeople, true);
    }
}
