package org.posescope.quantize;

import java.nio.FloatBuffer;

import org.posescope.network.int8.Range;
import org.posescope.tensor.Tensor;

/** How often the numbers of an array fall into each of {@value #BINS} equal parts of a range that has all of them. */
final class Histogram {
    static final int BINS = 2048;
    /** The part of all numbers that may be lost at each end. */
    static final double CUT = 1e-4;

    private final Range all;
    private final double binWidth;
    private final long[] counts = new long[BINS];
    private long total;

    Histogram(Range all) {
        this.all = all;
        this.binWidth = ((double) all.max() - all.min()) / BINS;
    }

    void add(Tensor seen) {
        FloatBuffer data = seen.data();
        for (int i = 0; i < seen.size(); i++) {
            int bin = binWidth > 0 ? (int) ((data.get(i) - all.min()) / binWidth) : 0;
            counts[Math.clamp(bin, 0, BINS - 1)]++;
        }
        total += seen.size();
    }

    /** The range of whole bins that leaves out at most the part {@link #CUT} of the numbers at each end. */
    Range central() {
        long lost = (long) (total * CUT);
        int first = 0;
        for (long below = counts[0]; below <= lost && first < BINS - 1; below += counts[first]) {
            first++;
        }
        int last = BINS - 1;
        for (long above = counts[last]; above <= lost && last > first; above += counts[last]) {
            last--;
        }
        return Range.of((float) (all.min() + first * binWidth), (float) (all.min() + (last + 1) * binWidth));
    }
}
