package org.posescope.pose.bottomup.paf;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.pose.Skeletons;

/** Points that were put together to one person. */
final class PeakGroup {
    private final Peak[] peaks = new Peak[Skeletons.OPENPOSE18.size()];
    private int count;
    private double score;

    /** The point of a part, if it was found. */
    Optional<Peak> peak(int part) {
        return Optional.ofNullable(peaks[part]);
    }

    Stream<Peak> found() {
        return Arrays.stream(peaks).filter(Objects::nonNull);
    }

    /** Points that count: those that only complete the person do not. */
    int count() {
        return count;
    }

    /** The sum of the scores of the points that count and of the strengths of the connections between them. */
    double score() {
        return score;
    }

    /** Adds a point and the strength of the connection that it is added by. */
    void add(int part, Peak peak, double strength) {
        peaks[part] = peak;
        count++;
        score += peak.score() + strength;
    }

    /** Adds a point that does not count, unless there is one. */
    void complete(int part, Peak peak) {
        if (peaks[part] == null) {
            peaks[part] = peak;
        }
    }
}
