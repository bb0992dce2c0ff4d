package org.posescope.pose.bottomup.embedding;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Points that are taken for those of one body. */
final class TagGroup {
    private final Peak[] peaks;
    private double tagSum;
    private int count;

    /** @param points kinds of them */
    TagGroup(int points) {
        peaks = new Peak[points];
    }

    void add(int point, Peak peak) {
        peaks[point] = peak;
        tagSum += peak.tag();
        count++;
    }

    Optional<Peak> peak(int point) {
        return Optional.ofNullable(peaks[point]);
    }

    /** The mean of the tags of its points. */
    double tag() {
        return tagSum / count;
    }

    /** The mean heat of all points, of which those that were not found have none. */
    float heat() {
        return (float) Arrays.stream(peaks).filter(Objects::nonNull).mapToDouble(Peak::heat).sum() / peaks.length;
    }
}
