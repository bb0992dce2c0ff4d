package org.posescope.measure.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve over time reduced to what is seen of it: of all values in one column of pixels the first, the least, the greatest and the last,
 * which give the same line as all of them (Jugel et al. 2014, "M4: A Visualization-Oriented Time Series Data Aggregation"). Used by
 * one thread at a time.
 */
public final class CurveRuns {
    private final long[] micros;
    private final double[] values;
    private final Window window;
    private final List<Run> runs = new ArrayList<>();
    private double[] xs = new double[16];
    private double[] ys = new double[16];
    private int length;
    private long columnEnd;
    private int opening = -1;
    private int lowest;
    private int highest;
    private int closing;

    /**
     * What is seen of a curve.
     *
     * @param fromMicros at the left edge
     * @param toMicros   at the right edge, greater
     * @param width      pixels between them
     * @param gapMicros  values that are farther apart do not follow each other
     */
    public record Window(long fromMicros, long toMicros, double width, long gapMicros) {
        double x(long micros) {
            return (micros - fromMicros) * width / (toMicros - fromMicros);
        }

        /** The first time in a column or behind it. */
        long begin(int column) {
            return fromMicros + (long) Math.ceil(column * (double) (toMicros - fromMicros) / width);
        }
    }

    /** Values that follow each other; the arrays are the caller's. */
    public static final class Run {
        private final double[] x;
        private final double[] values;

        private Run(double[] x, double[] values) {
            this.x = x;
            this.values = values;
        }

        /** Pixels from the left edge, ascending. */
        public double[] x() {
            return x;
        }

        /** As many. */
        public double[] values() {
            return values;
        }
    }

    private CurveRuns(long[] micros, double[] values, Window window) {
        this.micros = micros;
        this.values = values;
        this.window = window;
    }

    /**
     * The runs of a curve within a window, with the values just outside of it, so that lines reach its edges.
     *
     * @param micros times, ascending
     * @param values as many, NaN where there is none
     */
    public static List<Run> of(long[] micros, double[] values, Window window) {
        CurveRuns curve = new CurveRuns(micros, values, window);
        int first = Math.max(0, place(micros, window.fromMicros()) - 1);
        int last = Math.min(micros.length - 1, place(micros, window.toMicros()));
        for (int i = first; i <= last; i++) {
            curve.add(i);
        }
        curve.end();
        return curve.runs;
    }

    /** The first index at a time or later. */
    public static int place(long[] micros, long from) {
        int found = Arrays.binarySearch(micros, from);
        return found >= 0 ? found : -1 - found;
    }

    private void add(int i) {
        if (Double.isNaN(values[i])) {
            end();
            return;
        }
        if (opening >= 0 && micros[i] - micros[closing] > window.gapMicros()) {
            end();
        }
        if (opening >= 0 && micros[i] >= columnEnd) {
            closeColumn();
        }
        if (opening < 0) {
            columnEnd = window.begin((int) Math.floor(window.x(micros[i])) + 1);
            opening = i;
            lowest = i;
            highest = i;
        }
        if (values[i] < values[lowest]) {
            lowest = i;
        } else if (values[i] > values[highest]) {
            highest = i;
        }
        closing = i;
    }

    private void closeColumn() {
        int[] kept = {opening, Math.min(lowest, highest), Math.max(lowest, highest), closing};
        for (int k = 0; k < kept.length; k++) {
            if (k == 0 || kept[k] != kept[k - 1]) {
                point(kept[k]);
            }
        }
        opening = -1;
    }

    private void point(int i) {
        if (length == xs.length) {
            xs = Arrays.copyOf(xs, 2 * length);
            ys = Arrays.copyOf(ys, 2 * length);
        }
        xs[length] = window.x(micros[i]);
        ys[length] = values[i];
        length++;
    }

    private void end() {
        if (opening >= 0) {
            closeColumn();
        }
        if (length > 0) {
            runs.add(new Run(Arrays.copyOf(xs, length), Arrays.copyOf(ys, length)));
            length = 0;
        }
    }
}
