package org.posescope.pose.bottomup.paf;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A pair of points that a field leads along, in the order in which they are put together
 * (lightweight-human-pose-estimation.pytorch, {@code modules/keypoints.py}).
 *
 * @param from   position in {@link org.posescope.pose.Skeletons#OPENPOSE18}
 * @param to     likewise
 * @param fieldX map of the field's x coordinate; that of y is the next
 */
record Limb(int from, int to, int fieldX) {
    private static final int[][] PAIRS = {{1, 2}, {1, 5}, {2, 3}, {3, 4}, {5, 6}, {6, 7}, {1, 8}, {8, 9}, {9, 10},
        {1, 11}, {11, 12}, {12, 13}, {1, 0}, {0, 14}, {14, 16}, {0, 15}, {15, 17}, {2, 16}, {5, 17}};
    private static final int[] FIELDS = {12, 20, 14, 16, 22, 24, 0, 2, 4, 6, 8, 10, 28, 30, 34, 32, 36, 18, 26};

    /** Limbs before this one make up people; the last two, from shoulder to ear, only complete them. */
    static final int COMPLETING = 17;

    static final List<Limb> ALL = IntStream.range(0, PAIRS.length)
            .mapToObj(i -> new Limb(PAIRS[i][0], PAIRS[i][1], FIELDS[i])).toList();
}
