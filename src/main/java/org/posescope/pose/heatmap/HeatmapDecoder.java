package org.posescope.pose.heatmap;

import java.util.ArrayList;
import java.util.List;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/**
 * Reads heatmaps (batch, points, rows, columns): each point lies at its map's highest place, and from there as {@link PeakRefinement}
 * says.
 */
final class HeatmapDecoder implements PointDecoder {
    private final float[] cells;
    private final int points;
    private final int rows;
    private final int columns;
    private final PeakRefinement refinement;

    /** @param heatmaps copied, because a session's outputs do not stay */
    HeatmapDecoder(Tensor heatmaps, PeakRefinement refinement) {
        this.refinement = refinement;
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
        PeakRefinement.Shift shift = refinement.shift(cells, map, rows, columns, row, column);
        float u = (column + shift.x()) / refinement.units(columns);
        float v = (row + shift.y()) / refinement.units(rows);
        return new Keypoint(region.frameX(u, v), region.frameY(u, v), Math.min(height, 1));
    }

    /**
     * Averages each picture with its mirrored twin, which lies {@code batch / 2} behind it in the batch.
     *
     * @param mirror for each point, the one that it is in a mirror
     */
    static Tensor withMirrored(Tensor heatmaps, int[] mirror, PeakRefinement refinement) {
        int off = refinement == PeakRefinement.UDP ? 0 : 1;
        int pictures = heatmaps.dimension(0) / 2;
        int rows = heatmaps.dimension(2);
        int columns = heatmaps.dimension(3);
        Tensor mean = Tensor.of(new float[heatmaps.size() / 2], pictures, mirror.length, rows, columns);
        for (int picture = 0; picture < pictures; picture++) {
            for (int point = 0; point < mirror.length; point++) {
                int own = (picture * mirror.length + point) * rows * columns;
                int twin = ((picture + pictures) * mirror.length + mirror[point]) * rows * columns;
                for (int i = 0; i < rows * columns; i++) {
                    mean.data().put(own + i,
                            (heatmaps.get(own + i) + heatmaps.get(twin + mirrored(i, columns, off))) / 2);
                }
            }
        }
        return mean;
    }

    /** A mirrored picture's heatmap lies a cell off (the authors' {@code TEST.SHIFT_HEATMAP}), but with UDP. */
    private static int mirrored(int cell, int columns, int off) {
        int column = Math.max(cell % columns - off, 0);
        return cell / columns * columns + columns - 1 - column;
    }
}
