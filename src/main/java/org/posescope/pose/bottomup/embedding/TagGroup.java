package org.posescope.pose.bottomup.embedding;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Points that are taken for those of one body. */
final class TagGroup {
    private final TaggedPeak[] peaks;
    private double tagSum;
    private double columnSum;
    private double rowSum;
    private int count;

    /** @param points kinds of them */
    TagGroup(int points) {
        peaks = new TaggedPeak[points];
    }

    void add(int point, TaggedPeak peak) {
        peaks[point] = peak;
        tagSum += peak.tag();
        columnSum += peak.column();
        rowSum += peak.row();
        count++;
    }

    Optional<TaggedPeak> peak(int point) {
        return Optional.ofNullable(peaks[point]);
    }

    /** The mean of the tags of its points. */
    double tag() {
        return tagSum / count;
    }

    /** Of a place from the middle of its points. */
    double distance(TaggedPeak peak) {
        return Math.hypot(peak.column() - columnSum / count, peak.row() - rowSum / count);
    }

    /** The mean heat of all points, of which those that were not found have none. */
    float heat() {
        return (float) Arrays.stream(peaks).filter(Objects::nonNull).mapToDouble(TaggedPeak::heat).sum() / peaks.length;
    }
}
