package org.posescope.pose.bottomup.movenet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.posescope.error.UserException;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/**
 * Reads the maps of MoveNet MultiPose (batch of one, channels, rows, columns), as the published graph goes on behind them: peaks of the
 * centres are people; each point is the highest place of its map, of those in the person's box, weighed by how near it is to where the
 * centre expects it, and moved by the offset there. The graph stops at six people, this does not.
 */
final class CenterPoses {
    /** A peak is as high as the highest of so many cells in both directions. */
    private static final int REACH = 2;
    /** Next to nothing, by which a centre may be lower than its surroundings. */
    private static final float SAME = 1.013279e-6f;
    /** More people than a picture of usual size shows; bounds what a map of noise costs. */
    private static final int MOST = 50;
    /** Of the shorter side of the maps: the variance of the distance of a point from where it is expected. */
    private static final float SPREAD = 0.30004883f;
    /** Points with less do not count in the score of a person. */
    private static final float SURE = 0.12695312f;

    private final int rows;
    private final int columns;
    private final int points;
    private final float[] centers;
    private final float[] heat;
    private final Tensor regression;
    private final Tensor offsets;
    private final Tensor boxSizes;
    private final Tensor boxOffsets;

    /**
     * Somebody, in cells of the maps.
     *
     * @param score that of the centre, times the mean of those of the sure points
     */
    record Found(float score, Box box, List<Keypoint> points) {}

    /** @param maps by name; read while this object is used */
    CenterPoses(Map<String, Tensor> maps) {
        Tensor center = map(maps, "center");
        Tensor heatmaps = map(maps, "heatmaps");
        rows = center.dimension(2);
        columns = center.dimension(3);
        points = heatmaps.dimension(1);
        centers = center.toArray();
        heat = heatmaps.toArray();
        regression = map(maps, "regression");
        offsets = map(maps, "offsets");
        boxSizes = map(maps, "box_sizes");
        boxOffsets = map(maps, "box_offsets");
    }

    private static Tensor map(Map<String, Tensor> maps, String name) {
        Tensor map = maps.get(name);
        if (map == null) {
            throw new UserException("the network has no output " + name + " among " + maps.keySet()
                    + ", so it is no MoveNet MultiPose; name its decoder in its card");
        }
        return map;
    }

    /** The people, surest centre first. */
    List<Found> decode() {
        List<Integer> peaks = new ArrayList<>();
        for (int cell = 0; cell < centers.length; cell++) {
            if (centers[cell] > 0 && isPeak(cell)) {
                peaks.add(cell);
            }
        }
        peaks.sort(Comparator.comparingDouble(cell -> -centers[cell]));
        return peaks.stream().limit(MOST).map(this::found).toList();
    }

    private boolean isPeak(int cell) {
        int row = cell / columns;
        int column = cell % columns;
        for (int r = Math.max(0, row - REACH); r <= Math.min(rows - 1, row + REACH); r++) {
            for (int c = Math.max(0, column - REACH); c <= Math.min(columns - 1, column + REACH); c++) {
                if (!(centers[r * columns + c] - centers[cell] < SAME)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Found found(int center) {
        Box box = box(center);
        List<Keypoint> found = new ArrayList<>(points);
        float sum = 0;
        int sure = 0;
        for (int point = 0; point < points; point++) {
            Keypoint placed = point(point, center, box);
            found.add(placed);
            if (placed.score() > SURE) {
                sum += placed.score();
                sure++;
            }
        }
        return new Found(centers[center] * sum / Math.max(1, sure), box, found);
    }

    private Box box(int center) {
        float y = row(center) + value(boxOffsets, 0, center);
        float x = column(center) + value(boxOffsets, 1, center);
        float halfHeight = Math.max(0, value(boxSizes, 0, center)) / 2;
        float halfWidth = Math.max(0, value(boxSizes, 1, center)) / 2;
        return Box.ofCorners(Math.clamp(x - halfWidth, 0, columns), Math.clamp(y - halfHeight, 0, rows),
                Math.clamp(x + halfWidth, 0, columns), Math.clamp(y + halfHeight, 0, rows));
    }

    private Keypoint point(int point, int center, Box box) {
        float expectedY = row(center) + value(regression, 2 * point, center);
        float expectedX = column(center) + value(regression, 2 * point + 1, center);
        float variance = Math.min(rows, columns) * SPREAD;
        int map = point * rows * columns;
        int best = 0;
        float highest = 0;
        for (int row = (int) Math.ceil(box.y()); row < box.bottom(); row++) {
            for (int column = (int) Math.ceil(box.x()); column < box.right(); column++) {
                int cell = row * columns + column;
                if (heat[map + cell] > highest) {
                    float dy = row - expectedY;
                    float dx = column - expectedX;
                    float weighed = heat[map + cell] * (float) Math.exp(-(dy * dy + dx * dx) / variance);
                    if (weighed > highest) {
                        highest = weighed;
                        best = cell;
                    }
                }
            }
        }
        return new Keypoint(column(best) + value(offsets, 2 * point + 1, best),
                row(best) + value(offsets, 2 * point, best), highest);
    }

    private float value(Tensor maps, int channel, int cell) {
        return maps.get(channel * rows * columns + cell);
    }

    private int row(int cell) {
        return cell / columns;
    }

    private int column(int cell) {
        return cell % columns;
    }
}
