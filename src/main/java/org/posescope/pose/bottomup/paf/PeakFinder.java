package org.posescope.pose.bottomup.paf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the places of a heatmap that are higher than their four neighbours, once it is enlarged (lightweight-human-pose-estimation.pytorch,
 * {@code modules/keypoints.py extract_keypoints}). One thread uses it at a time.
 */
final class PeakFinder {
    private static final float LOWEST = 0.1f;
    /** Of two peaks nearer than this, in pixels of the enlarged map, the one further left stays. */
    private static final int NEAR = 6;
    /**
     * No pixel is higher than the cells around it by more than this: the sum of the magnitudes of its
     * weights.
     */
    private static final float OVERSHOOT = 1.83f;
    /** Cells around a pixel's own that its weights reach. */
    private static final int REACH = 2;

    private final CubicEnlargement enlargement;
    private final int cellRows;
    private final int cellColumns;
    private final float[] pixels;
    private final boolean[] rowWanted;

    PeakFinder(int cellRows, int cellColumns) {
        this.cellRows = cellRows;
        this.cellColumns = cellColumns;
        this.enlargement = new CubicEnlargement(cellRows, cellColumns);
        this.pixels = new float[enlargement.rows() * enlargement.columns()];
        this.rowWanted = new boolean[cellRows];
    }

    /**
     * The peaks from left to right.
     *
     * @param map     where the cells of the map begin in {@code maps}
     * @param firstId of the first peak; the others count on
     */
    List<Peak> find(float[] maps, int map, int firstId) {
        enlarge(maps, map);
        List<Peak> candidates = new ArrayList<>();
        for (int cell = 0; cell < cellRows; cell++) {
            if (rowWanted[cell]) {
                int first = cell * CubicEnlargement.FACTOR;
                for (int y = first; y < first + CubicEnlargement.FACTOR; y++) {
                    addPeaksOfRow(y, candidates);
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Peak::x));
        return numbered(withoutNear(candidates), firstId);
    }

    /** Leaves out the rows in which no pixel can be a peak. */
    private void enlarge(float[] maps, int map) {
        boolean[] high = new boolean[cellRows];
        for (int row = 0; row < cellRows; row++) {
            float highest = 0;
            for (int i = map + row * cellColumns; i < map + (row + 1) * cellColumns; i++) {
                highest = Math.max(highest, Math.abs(maps[i]));
            }
            high[row] = highest * OVERSHOOT >= LOWEST;
        }
        int columns = enlargement.columns();
        for (int row = 0; row < cellRows; row++) {
            rowWanted[row] = anyHigh(high, row);
            int first = row * CubicEnlargement.FACTOR;
            for (int y = first; y < first + CubicEnlargement.FACTOR; y++) {
                if (rowWanted[row]) {
                    enlargement.enlargeRow(maps, map, y, pixels, y * columns);
                } else {
                    Arrays.fill(pixels, y * columns, (y + 1) * columns, 0);
                }
            }
        }
    }

    private boolean anyHigh(boolean[] high, int row) {
        for (int i = Math.max(0, row - REACH); i <= Math.min(cellRows - 1, row + REACH); i++) {
            if (high[i]) {
                return true;
            }
        }
        return false;
    }

    private void addPeaksOfRow(int y, List<Peak> peaks) {
        int columns = enlargement.columns();
        int start = y * columns;
        for (int x = 0; x < columns; x++) {
            float height = pixels[start + x];
            if (height >= LOWEST && height > at(x - 1, y) && height > at(x + 1, y) && height > at(x, y - 1)
                    && height > at(x, y + 1)) {
                peaks.add(new Peak(x, y, height, 0));
            }
        }
    }

    /** The height of a pixel, 0 beyond the map. */
    private float at(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < enlargement.columns() && y < enlargement.rows();
        return inside ? pixels[y * enlargement.columns() + x] : 0;
    }

    private static List<Peak> withoutNear(List<Peak> peaks) {
        boolean[] dropped = new boolean[peaks.size()];
        List<Peak> kept = new ArrayList<>();
        for (int i = 0; i < dropped.length; i++) {
            if (dropped[i]) {
                continue;
            }
            Peak peak = peaks.get(i);
            kept.add(peak);
            for (int k = i + 1; k < dropped.length && peaks.get(k).x() - peak.x() < NEAR; k++) {
                int dx = peaks.get(k).x() - peak.x();
                int dy = peaks.get(k).y() - peak.y();
                dropped[k] |= dx * dx + dy * dy < NEAR * NEAR;
            }
        }
        return kept;
    }

    private static List<Peak> numbered(List<Peak> peaks, int firstId) {
        List<Peak> numbered = new ArrayList<>(peaks.size());
        for (Peak peak : peaks) {
            numbered.add(new Peak(peak.x(), peak.y(), peak.score(), firstId + numbered.size()));
        }
        return numbered;
    }
}
