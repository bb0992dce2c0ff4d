package org.posescope.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.posescope.pose.Box;
import org.posescope.tensor.Tensor;

/**
 * What the head of RTMDet gives for each cell of three grids (strides 8, 16, 32), before the end of mmdet's {@code RTMDetHead}: maps (1,
 * classes, rows, columns) of logits, and maps (1, 4, rows, columns) of the distances from the cell's upper left corner to the left, upper,
 * right and lower side of a box (mmdet, {@code MlvlPointGenerator} with offset 0, {@code distance2bbox}). People are class 0.
 */
final class DistanceLevels {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int SIDES = 4;

    private final List<Tensor> boxes;
    private final List<Tensor> classes;
    private final boolean pixels;

    /**
     * Maps of all grids, in any order.
     *
     * @param pixels whether distances are in pixels of the input, and not in cells
     */
    DistanceLevels(Collection<Tensor> maps, boolean pixels) {
        this.boxes = widestFirst(maps, true);
        this.classes = widestFirst(maps, false);
        this.pixels = pixels;
    }

    private static List<Tensor> widestFirst(Collection<Tensor> maps, boolean ofBoxes) {
        return maps.stream().filter(map -> (map.dimension(1) == SIDES) == ofBoxes)
                .sorted(Comparator.comparingInt((Tensor map) -> map.dimension(3)).reversed()).toList();
    }

    /** All boxes of people, in pixels of the input. */
    List<ScoredBox> people(float minScore) {
        List<ScoredBox> people = new ArrayList<>();
        for (int level = 0; level < STRIDES.length; level++) {
            Tensor logits = classes.get(level);
            int cells = logits.dimension(2) * logits.dimension(3);
            for (int cell = 0; cell < cells; cell++) {
                float score = PublishedOutputs.probability(logits.get(cell));
                if (score >= minScore) {
                    people.add(new ScoredBox(box(level, cell, cells), score, List.of()));
                }
            }
        }
        return people;
    }

    private Box box(int level, int cell, int cells) {
        Tensor distances = boxes.get(level);
        int stride = STRIDES[level];
        int columns = distances.dimension(3);
        float unit = pixels ? 1 : stride;
        float x = (float) (cell % columns) * stride;
        float y = (float) Math.floorDiv(cell, columns) * stride;
        return Box.ofCorners(x - distances.get(cell) * unit, y - distances.get(cells + cell) * unit,
                x + distances.get(2 * cells + cell) * unit, y + distances.get(3 * cells + cell) * unit);
    }
}
