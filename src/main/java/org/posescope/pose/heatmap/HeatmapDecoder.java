package org.posescope.pose.heatmap;

import java.util.ArrayList;
import java.util.List;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/**
 * Reads heatmaps (batch, points, rows, columns): each point lies at its map's highest place, moved by a quarter of a cell towards the
 * higher neighbour (Newell et al. 2016; deep-high-resolution-net.pytorch, {@code lib/core/inference.py get_final_preds}).
 */
final class HeatmapDecoder implements PointDecoder {
    private static final float QUARTER = 0.25f;

    private final float[] cells;
    private final int points;
    private final int rows;
    private final int columns;

    /** @param heatmaps copied, because a session's outputs do not stay */
    HeatmapDecoder(Tensor heatmaps) {
        points = heatmaps.dimension(1);
        rows = heatmaps.dimension(2);
        columns = heatmaps.dimension(3);
        cells = heatmaps.toArray();
    }

    @Override
    public List<Keypoint> decode(int picture, Region region) {
        List<Keypoint> found = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            found.add(highest((picture * points + point) * rows * columns, region));
        }
        return found;
    }

    private Keypoint highest(int map, Region region) {
        int best = 0;
        for (int i = 1; i < rows * columns; i++) {
            if (cells[map + i] > cells[map + best]) {
                best = i;
            }
        }
        float height = cells[map + best];
        if (!(height > 0)) {
            return new Keypoint(region.frameX(0, 0), region.frameY(0, 0), 0);
        }
        int column = best % columns;
        int row = best / columns;
        float x = column;
        float y = row;
        // The condition is the authors': whoever is next to the border stays.
        if (1 < column && column < columns - 1 && 1 < row && row < rows - 1) {
            int at = map + best;
            x += QUARTER * Math.signum(cells[at + 1] - cells[at - 1]);
            y += QUARTER * Math.signum(cells[at + columns] - cells[at - columns]);
        }
        return new Keypoint(region.frameX(x / columns, y / rows), region.frameY(x / columns, y / rows),
                Math.min(height, 1));
    }

    /**
     * Averages each picture with its mirrored twin, which lies {@code batch / 2} behind it in the batch.
     *
     * @param mirror for each point, the one that it is in a mirror
     */
    static Tensor withMirrored(Tensor heatmaps, int[] mirror) {
        int pictures = heatmaps.dimension(0) / 2;
        int rows = heatmaps.dimension(2);
        int columns = heatmaps.dimension(3);
        Tensor mean = Tensor.of(new float[heatmaps.size() / 2], pictures, mirror.length, rows, columns);
        for (int picture = 0; picture < pictures; picture++) {
            for (int point = 0; point < mirror.length; point++) {
                int own = (picture * mirror.length + point) * rows * columns;
                int twin = ((picture + pictures) * mirror.length + mirror[point]) * rows * columns;
                for (int i = 0; i < rows * columns; i++) {
                    mean.data().put(own + i, (heatmaps.get(own + i) + heatmaps.get(twin + mirrored(i, columns))) / 2);
                }
            }
        }
        return mean;
    }

    /** One column is kept back, because a mirrored picture's heatmap lies a cell off (the authors' {@code TEST.SHIFT_HEATMAP}). */
    private static int mirrored(int cell, int columns) {
        int column = Math.max(cell % columns - 1, 0);
        return cell / columns * columns + columns - 1 - column;
    }
}
