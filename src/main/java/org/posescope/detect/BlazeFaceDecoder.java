package org.posescope.detect;

import java.util.ArrayList;
import java.util.List;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/**
 * Reads the outputs of the short-range face detector (MediaPipe, {@code face_detection_short_range.pbtxt}): for 16 x 16 cells with 2
 * anchors each and 8 x 8 with 6, offsets in input pixels from the anchor (centre, size, six points) and score logits. Results are in unit
 * coordinates of the network's input.
 */
final class BlazeFaceDecoder {
    private static final int[][] CELLS_AND_REPEATS = {{16, 2}, {8, 6}};
    private static final int VALUES = 16;
    private static final int POINTS = 6;
    private static final float LEAST_SCORE = 0.5f;
    private static final float MAX_IOU = 0.3f;

    private final int inputSize;

    BlazeFaceDecoder(int inputSize) {
        this.inputSize = inputSize;
    }

    /**
     * Faces, the best first.
     *
     * @param offsets 896 x 16
     * @param scores  896
     */
    List<ScoredBox> decode(Tensor offsets, Tensor scores) {
        List<ScoredBox> candidates = new ArrayList<>();
        int anchor = 0;
        for (int[] layer : CELLS_AND_REPEATS) {
            int cells = layer[0];
            for (int cell = 0; cell < cells * cells; cell++) {
                int row = cell / cells;
                for (int repeat = 0; repeat < layer[1]; repeat++) {
                    float score = (float) (1 / (1 + Math.exp(-scores.get(anchor))));
                    if (score >= LEAST_SCORE) {
                        candidates.add(candidate(offsets, anchor, (cell % cells + 0.5f) / cells,
                                (row + 0.5f) / cells, score));
                    }
                    anchor++;
                }
            }
        }
        return NonMaximumSuppression.weighted(candidates, MAX_IOU);
    }

    private ScoredBox candidate(Tensor offsets, int anchor, float x, float y, float score) {
        int at = anchor * VALUES;
        float centerX = x + offsets.get(at) / inputSize;
        float centerY = y + offsets.get(at + 1) / inputSize;
        float halfWidth = offsets.get(at + 2) / inputSize / 2;
        float halfHeight = offsets.get(at + 3) / inputSize / 2;
        List<Keypoint> points = new ArrayList<>(POINTS);
        for (int point = 0; point < POINTS; point++) {
            points.add(new Keypoint(x + offsets.get(at + 4 + 2 * point) / inputSize,
                    y + offsets.get(at + 5 + 2 * point) / inputSize, score));
        }
        return new ScoredBox(Box.ofCorners(centerX - halfWidth, centerY - halfHeight, centerX + halfWidth,
                centerY + halfHeight), score, points);
    }
}
