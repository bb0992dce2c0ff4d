package org.posescope.pose.bottomup.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a network says of one kind of point: heat for each pixel of its input, and tags, which are looked up where they are needed.
 * It is filled anew for each picture.
 */
final class PointMap {
    /** {@code TEST.DETECTION_THRESHOLD} of the authors. */
    private static final float DETECTED = 0.1f;
    /** {@code TEST.NMS_KERNEL}: a peak is the highest of so many pixels in both directions. */
    private static final int REACH = 2;
    /** Less is background, even where the tag fits. */
    private static final float FAINTEST = 0.01f;
    /** Tags are compared as whole numbers. */
    private static final float SAME_TAG = 0.5f;
    private static final float QUARTER = 0.25f;

    private final Enlargement enlargement;
    private final int rows;
    private final int columns;
    private final float[] heat;
    private final float[] tags;
    private int[] warm = new int[1024];
    private int warmCount;

    /** @param enlargement from the size of the tags to that of the input */
    PointMap(Enlargement enlargement, int tagCells) {
        this.enlargement = enlargement;
        this.rows = enlargement.rows();
        this.columns = enlargement.columns();
        this.heat = new float[enlargement.size()];
        this.tags = new float[tagCells];
    }

    /** To be filled, row by row, by whoever then calls {@link #findWarm}. */
    float[] heat() {
        return heat;
    }

    /** To be filled, row by row, in the size that the enlargement begins with. */
    float[] tags() {
        return tags;
    }

    /** Notes the pixels that are worth looking at: few, whatever the size of the picture. */
    void findWarm() {
        warmCount = 0;
        for (int i = 0; i < heat.length; i++) {
            if (heat[i] > FAINTEST) {
                if (warmCount == warm.length) {
                    warm = Arrays.copyOf(warm, 2 * warmCount);
                }
                warm[warmCount++] = i;
            }
        }
    }

    /**
     * The peaks of the heat, highest first.
     *
     * @param most how many at most
     */
    List<TaggedPeak> peaks(int most) {
        List<TaggedPeak> peaks = new ArrayList<>();
        for (int i = 0; i < warmCount; i++) {
            if (heat[warm[i]] > DETECTED && isPeak(warm[i])) {
                peaks.add(peak(warm[i]));
            }
        }
        peaks.sort(Comparator.comparingDouble(TaggedPeak::heat).reversed());
        return peaks.subList(0, Math.min(most, peaks.size()));
    }

    /** Of pixels that are equally high the first counts. */
    private boolean isPeak(int at) {
        int row = at / columns;
        int column = at % columns;
        int lastRow = Math.min(rows - 1, row + REACH);
        int lastColumn = Math.min(columns - 1, column + REACH);
        for (int r = Math.max(0, row - REACH); r <= lastRow; r++) {
            for (int c = Math.max(0, column - REACH); c <= lastColumn; c++) {
                int other = r * columns + c;
                if (heat[other] > heat[at] || (heat[other] == heat[at] && other < at)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The hottest place with the tag of a body. */
    Optional<TaggedPeak> hottest(double tag) {
        int best = -1;
        for (int i = 0; i < warmCount; i++) {
            int at = warm[i];
            if ((best < 0 || heat[at] > heat[best]) && Math.abs(tag(at) - tag) <= SAME_TAG) {
                best = at;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(peak(best));
    }

    private TaggedPeak peak(int at) {
        return new TaggedPeak(at / columns, at % columns, heat[at], tag(at));
    }

    private float tag(int at) {
        return enlargement.sample(tags, at / columns, at % columns);
    }

    /** Where the point is, pixels of the input from its left edge: from the middle of a peak a quarter towards the higher side. */
    float x(TaggedPeak peak) {
        float before = at(peak.row(), Math.max(0, peak.column() - 1));
        float after = at(peak.row(), Math.min(columns - 1, peak.column() + 1));
        return peak.column() + 0.5f + (after > before ? QUARTER : -QUARTER);
    }

    /** As {@link #x}, from the upper edge. */
    float y(TaggedPeak peak) {
        float before = at(Math.max(0, peak.row() - 1), peak.column());
        float after = at(Math.min(rows - 1, peak.row() + 1), peak.column());
        return peak.row() + 0.5f + (after > before ? QUARTER : -QUARTER);
    }

    private float at(int row, int column) {
        return heat[row * columns + column];
    }
}
