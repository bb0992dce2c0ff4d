package org.posescope.eval.coco;

import java.util.stream.IntStream;

/** The similarities from which on somebody counts as found, and the recalls at which precision is read. */
final class Thresholds {
    /** 0.50, 0.55 to 0.95, rounded as NumPy's {@code linspace} rounds them. */
    private static final double[] SIMILARITIES = IntStream.range(0, 10).mapToDouble(i -> 0.5 + i * ((0.95 - 0.5) / 9))
            .toArray();
    /** 0, 0.01 to 1. */
    private static final double[] RECALLS = IntStream.rangeClosed(0, 100).mapToDouble(i -> i * 0.01).toArray();

    private Thresholds() {}

    static int similarities() {
        return SIMILARITIES.length;
    }

    static double similarity(int index) {
        return SIMILARITIES[index];
    }

    static int recalls() {
        return RECALLS.length;
    }

    static double recall(int index) {
        return RECALLS[index];
    }
}
