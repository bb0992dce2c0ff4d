package org.posescope.pose.bottomup.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.pose.Keypoint;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

/**
 * Reads people out of the maps of HigherHRNet for pictures of one size, as its authors do in evaluation
 * (HigherHRNet-Human-Pose-Estimation, {@code lib/core/inference.py} and {@code group.py}, with {@code PROJECT2IMAGE}): the heatmaps
 * of both resolutions are averaged and, like the tags, enlarged to the input; peaks are grouped by tag; points that a group lacks are
 * looked for where the tag fits. Keeps its memory from picture to picture. One thread uses it at a time.
 */
final class EmbeddingDecoder {
    /** {@code DATASET.MAX_NUM_PEOPLE} of the authors. */
    private static final int MOST_PEOPLE = 30;
    private static final int POINTS = Skeletons.COCO17.size();
    /** The head and the trunk before the limbs: nose, eyes, ears, shoulders, hips, elbows, wrists, knees, ankles. */
    static final int[] ORDER = {0, 1, 2, 3, 4, 5, 6, 11, 12, 7, 8, 9, 10, 13, 14, 15, 16};

    private final int coarseCells;
    private final Enlargement toFine;
    private final Enlargement toInput;
    private final float[] coarse;
    private final float[] fine;
    private final float[] mean;
    private final List<PointMap> maps;

    /**
     * @param rows    of the input, a multiple of 4
     * @param columns of the input, a multiple of 4
     */
    EmbeddingDecoder(int rows, int columns) {
        toFine = new Enlargement(rows / 4, columns / 4, rows / 2, columns / 2);
        toInput = new Enlargement(rows / 2, columns / 2, rows, columns);
        coarseCells = rows / 4 * (columns / 4);
        coarse = new float[2 * POINTS * coarseCells];
        fine = new float[POINTS * toFine.size()];
        mean = new float[toFine.size()];
        maps = IntStream.range(0, POINTS).mapToObj(point -> new PointMap(toInput, toFine.size())).toList();
    }

    /** Whether it is for inputs of a size. */
    boolean fits(int rows, int columns) {
        return toInput.rows() == rows && toInput.columns() == columns;
    }

    /**
     * The people in a picture, surest first.
     *
     * @param heatmapsAndTags 1 x 34 x rows / 4 x columns / 4
     * @param fineHeatmaps    1 x 17 x rows / 2 x columns / 2
     */
    List<FoundPose> decode(Tensor heatmapsAndTags, Tensor fineHeatmaps) {
        heatmapsAndTags.data().get(coarse);
        fineHeatmaps.data().get(fine);
        IntStream.range(0, POINTS).forEach(this::fill);
        TagGrouping grouping = new TagGrouping(POINTS, MOST_PEOPLE, TagGrouping.Cost.TAG);
        for (int point : ORDER) {
            grouping.add(point, maps.get(point).peaks(MOST_PEOPLE));
        }
        return grouping.groups().stream().sorted(Comparator.comparingDouble(TagGroup::heat).reversed())
                .limit(MOST_PEOPLE).map(this::found).toList();
    }

    private void fill(int point) {
        PointMap map = maps.get(point);
        toFine.enlarge(coarse, point * coarseCells, mean);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (mean[i] + fine[point * mean.length + i]) / 2;
        }
        toInput.enlarge(mean, 0, map.heat());
        toFine.enlarge(coarse, (POINTS + point) * coarseCells, map.tags());
        map.findWarm();
    }

    private FoundPose found(TagGroup group) {
        float score = group.heat();
        double tag = group.tag();
        List<Keypoint> points = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) {
            PointMap map = maps.get(point);
            points.add(group.peak(point).or(() -> map.hottest(tag)).map(peak -> keypoint(map, peak))
                    .orElseGet(() -> new Keypoint(0, 0, 0)));
        }
        return new FoundPose(Math.min(score, 1), points);
    }

    private static Keypoint keypoint(PointMap map, TaggedPeak peak) {
        return new Keypoint(map.x(peak), map.y(peak), Math.min(peak.heat(), 1));
    }
}
