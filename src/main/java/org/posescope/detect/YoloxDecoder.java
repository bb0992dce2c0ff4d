package org.posescope.detect;

import java.util.ArrayList;
import java.util.List;

import org.posescope.tensor.Tensor;

/**
 * Reads the output of YOLOX (Ge et al. 2021): for each cell of three grids (strides 8, 16, 32) a box in one of two
 * notations, objectness and 80 COCO class scores, both in 0..1. Only people (class 0) are kept. Boxes are in
 * pixels of the network's input.
 */
final class YoloxDecoder {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int PERSON = 5;
    private static final int OBJECTNESS = 4;

    private final int inputWidth;
    private final int inputHeight;
    private final float minScore;
    private final float maxIou;
    private final YoloxBoxes boxes;

    YoloxDecoder(int inputWidth, int inputHeight, float minScore, float maxIou, YoloxBoxes boxes) {
        this.boxes = boxes;
        this.inputWidth = inputWidth;
        this.inputHeight = inputHeight;
        this.minScore = minScore;
        this.maxIou = maxIou;
    }

    /**
     * People, best score first.
     *
     * @param output 1 x cells x (5 + classes)
     * @throws IllegalArgumentException when the number of cells does not belong to the input size
     */
    List<ScoredBox> decode(Tensor output) {
        int values = output.dimension(2);
        requireCells(output.dimension(1));
        float[] data = output.toArray();
        List<ScoredBox> candidates = new ArrayList<>();
        int cell = 0;
        for (int stride : STRIDES) {
            int columns = inputWidth / stride;
            int rows = inputHeight / stride;
            for (int i = 0; i < columns * rows; i++, cell++) {
                int at = cell * values;
                float score = data[at + OBJECTNESS] * data[at + PERSON];
                if (score >= minScore) {
                    candidates.add(new ScoredBox(boxes.box(data, at, i % columns, i / columns, stride), score,
                            List.of()));
                }
            }
        }
        return NonMaximumSuppression.best(candidates, maxIou);
    }

    private void requireCells(int cells) {
        int expected = 0;
        for (int stride : STRIDES) {
            expected += (inputWidth / stride) * (inputHeight / stride);
        }
        if (cells != expected) {
            throw new IllegalArgumentException("YOLOX at " + inputWidth + " x " + inputHeight + " gives " + expected
                    + " cells, but the output holds " + cells);
        }
    }
}
