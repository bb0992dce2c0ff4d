package org.posescope.pose.bottomup.paf;

import java.util.ArrayList;
import java.util.List;

import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

/**
 * Finds people in heatmaps and part affinity fields. Each pair of points of two neighbouring parts is looked at; nothing else grows with
 * the square of the people. Keeps memory for maps of a size. One thread uses it at a time.
 */
final class PafDecoder {
    private static final int PARTS = Skeletons.OPENPOSE18.size();

    private final int rows;
    private final int columns;
    private final float[] heatmaps;
    private final float[] fields;
    private final PeakFinder peakFinder;
    private final LimbFinder limbFinder;

    /**
     * For maps of a size.
     *
     * @param heatmapCount those of the 18 points come first, in the order of {@link Skeletons#OPENPOSE18}
     * @param fieldCount   two for each {@link Limb}
     */
    PafDecoder(int heatmapCount, int fieldCount, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.heatmaps = new float[heatmapCount * rows * columns];
        this.fields = new float[fieldCount * rows * columns];
        this.peakFinder = new PeakFinder(rows, columns);
        this.limbFinder = new LimbFinder(rows, columns);
    }

    /** Whether it is for such maps. */
    boolean fits(Tensor heatmapTensor, Tensor fieldTensor) {
        return heatmapTensor.size() == heatmaps.length && fieldTensor.size() == fields.length
                && heatmapTensor.dimension(2) == rows && heatmapTensor.dimension(3) == columns;
    }

    /** The people of a batch of one, points in pixels of maps four times as large. */
    List<PeakGroup> decode(Tensor heatmapTensor, Tensor fieldTensor) {
        heatmapTensor.data().get(0, heatmaps);
        fieldTensor.data().get(0, fields);
        return group(peaks());
    }

    /** The peaks of each part. */
    private List<List<Peak>> peaks() {
        List<List<Peak>> peaks = new ArrayList<>(PARTS);
        int count = 0;
        for (int part = 0; part < PARTS; part++) {
            List<Peak> found = peakFinder.find(heatmaps, part * rows * columns, count);
            peaks.add(found);
            count += found.size();
        }
        return peaks;
    }

    private List<PeakGroup> group(List<List<Peak>> peaks) {
        PeakGrouping grouping = new PeakGrouping();
        for (int i = 0; i < Limb.ALL.size(); i++) {
            Limb limb = Limb.ALL.get(i);
            List<Peak> from = peaks.get(limb.from());
            List<Peak> to = peaks.get(limb.to());
            if (from.isEmpty() || to.isEmpty()) {
                grouping.addAlone(limb.from(), from);
                grouping.addAlone(limb.to(), to);
                continue;
            }
            List<Connection> connections = limbFinder.find(limb, from, to, fields);
            if (i < Limb.COMPLETING) {
                grouping.connect(limb, connections);
            } else {
                grouping.complete(limb, connections);
            }
        }
        return grouping.people();
    }
}
