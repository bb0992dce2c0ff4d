package org.posescope.pose.bottomup.embedding;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Points that are taken for those of one body. */
final class TagGroup {
    private final TaggedPeak[] peaks;
    private double tagSum;
    private int count;

    /** @param points kinds of them */
    TagGroup(int points) {
        peaks = new TaggedPeak[points];
    }

    void add(int point, TaggedPeak peak) {
        peaks[point] = peak;
        tagSum += peak.tag();
        count++;
    }

    Optional<TaggedPeak> peak(int point) {
        return Optional.ofNullable(peaks[point]);
    }

    /** The mean of the tags of its points. */
    double tag() {
        return tagSum / count;
    }

    /** The mean heat of all points, of which those that were not found have none. */
    float heat() {
        return (float) Arrays.stream(peaks).filter(Objects::nonNull).mapToDouble(TaggedPeak::heat).sum() / peaks.length;
    }
}
