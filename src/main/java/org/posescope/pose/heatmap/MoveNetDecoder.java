package org.posescope.pose.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/**
 * Reads the maps of MoveNet SinglePose (batch, rows, columns, channels), as the published graph goes on behind them: the highest centre,
 * which is weighed by its place in the picture, says where it expects each point; the point is the highest place of its map, divided by
 * its distance from there, and moved by the offset there. Its score is the height of the map.
 */
final class MoveNetDecoder implements PointDecoder {
    /** Cells, added to the distance from where a point is expected. */
    private static final float NEAR = 1.7998047f;

    private final int rows;
    private final int columns;
    private final int points;
    private final float[] centers;
    private final float[] heat;
    private final float[] regression;
    private final float[] offsets;

    /** @param maps by name; copied, because a session's outputs do not stay */
    MoveNetDecoder(Map<String, Tensor> maps) {
        Tensor heatmaps = maps.get("heatmaps");
        rows = heatmaps.dimension(1);
        columns = heatmaps.dimension(2);
        points = heatmaps.dimension(3);
        heat = heatmaps.toArray();
        centers = maps.get("center").toArray();
        regression = maps.get("regression").toArray();
        offsets = maps.get("offsets").toArray();
    }

    @Override
    public List<Keypoint> decode(int picture, Region region) {
        int first = picture * rows * columns;
        int center = first;
        for (int cell = first; cell < first + rows * columns; cell++) {
            center = centers[cell] > centers[center] ? cell : center;
        }
        List<Keypoint> found = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            int cell = highest(point, first, center);
            float u = (column(cell - first) + offset(offsets, cell, point, 1)) / columns;
            float v = (row(cell - first) + offset(offsets, cell, point, 0)) / rows;
            found.add(new Keypoint(region.frameX(u, v), region.frameY(u, v), heat[cell * points + point]));
        }
        return found;
    }

    private int highest(int point, int first, int center) {
        float expectedY = row(center - first) + offset(regression, center, point, 0);
        float expectedX = column(center - first) + offset(regression, center, point, 1);
        int best = first;
        float highest = Float.NEGATIVE_INFINITY;
        for (int cell = first; cell < first + rows * columns; cell++) {
            float dy = row(cell - first) - expectedY;
            float dx = column(cell - first) - expectedX;
            float weighed = heat[cell * points + point] / ((float) Math.sqrt(dy * dy + dx * dx) + NEAR);
            if (weighed > highest) {
                highest = weighed;
                best = cell;
            }
        }
        return best;
    }

    /** @param axis 0 for that along the rows' axis, 1 for that along the columns' */
    private float offset(float[] maps, int cell, int point, int axis) {
        return maps[(cell * points + point) * 2 + axis];
    }

    private int row(int cell) {
        return cell / columns;
    }

    private int column(int cell) {
        return cell % columns;
    }
}
