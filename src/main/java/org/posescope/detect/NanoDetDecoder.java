package org.posescope.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.posescope.pose.Box;
import org.posescope.tensor.Tensor;

/**
 * Reads the outputs of NanoDet (github.com/RangiLyu/nanodet, {@code nanodet/model/head/nanodet_head.py}), which are those of Generalized
 * Focal Loss (Li et al. 2020): for each cell of three grids (strides 8, 16, 32) the scores of 80 COCO classes, and for each side of the box
 * a distribution over its distance from the cell's centre, 0 to {@code bins - 1} strides. Only people (class 0) are kept. Boxes are in
 * pixels of the network's input.
 */
final class NanoDetDecoder {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int CLASSES = 80;
    private static final int PERSON = 0;
    private static final int SIDES = 4;
    /** The authors take 0.6, for all classes; people of whom two boxes overlap so much are mostly one (docs/measurements.md). */
    private static final float MAX_IOU = 0.5f;

    private final int inputWidth;
    private final int inputHeight;
    private final float minScore;

    NanoDetDecoder(int inputWidth, int inputHeight, float minScore) {
        this.inputWidth = inputWidth;
        this.inputHeight = inputHeight;
        this.minScore = minScore;
    }

    /**
     * People, best score first.
     *
     * @param outputs for each grid, in any order, scores (1 x cells x 80) and distributions (1 x cells x 4 bins, the sides in the order
     *                left, top, right, bottom)
     * @throws IllegalArgumentException when they do not belong to the input size
     */
    List<ScoredBox> decode(Collection<Tensor> outputs) {
        List<ScoredBox> candidates = new ArrayList<>();
        for (int stride : STRIDES) {
            int columns = inputWidth / stride;
            int cells = columns * (inputHeight / stride);
            Tensor scores = output(outputs, cells, true);
            Tensor distances = output(outputs, cells, false);
            for (int cell = 0; cell < cells; cell++) {
                float score = score(scores.get(cell * CLASSES + PERSON));
                if (score >= minScore) {
                    int column = cell % columns;
                    int row = cell / columns;
                    Box box = box(distances, cell, (column + 0.5f) * stride, (row + 0.5f) * stride, stride);
                    candidates.add(new ScoredBox(box, score, List.of()));
                }
            }
        }
        return NonMaximumSuppression.best(candidates, MAX_IOU);
    }

    private static Tensor output(Collection<Tensor> outputs, int cells, boolean scores) {
        return outputs.stream().filter(each -> each.rank() == 3 && each.dimension(1) == cells)
                .filter(each -> (each.dimension(2) == CLASSES) == scores).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no output of NanoDet has " + cells + " cells among " + outputs));
    }

    /**
     * The network learns the overlap of its box with the true one times the certainty of the class (Quality Focal Loss), of which the
     * authors take 0.35 and more. The square root brings that to the level of detectors that learn the certainty alone.
     */
    private static float score(float quality) {
        return (float) Math.sqrt(quality);
    }

    private static Box box(Tensor distances, int cell, float x, float y, int stride) {
        int bins = distances.dimension(2) / SIDES;
        int at = cell * SIDES * bins;
        return Box.ofCorners(x - stride * mean(distances, at, bins), y - stride * mean(distances, at + bins, bins),
                x + stride * mean(distances, at + 2 * bins, bins), y + stride * mean(distances, at + 3 * bins, bins));
    }

    /** Of a distribution given by logits. */
    private static float mean(Tensor logits, int at, int bins) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int bin = 0; bin < bins; bin++) {
            largest = Math.max(largest, logits.get(at + bin));
        }
        double total = 0;
        double weighted = 0;
        for (int bin = 0; bin < bins; bin++) {
            double weight = Math.exp(logits.get(at + bin) - largest);
            total += weight;
            weighted += bin * weight;
        }
        return (float) (weighted / total);
    }
}
