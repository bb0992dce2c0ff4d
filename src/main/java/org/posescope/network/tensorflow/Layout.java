package org.posescope.network.tensorflow;

import java.util.List;

/** The orders of a picture's axes in TensorFlow. */
public enum Layout {
    /** Batch, rows, columns, channels. */
    NHWC(List.of(0, 2, 3, 1)),
    /** Batch, channels, rows, columns, as in our graph. */
    NCHW(List.of(0, 1, 2, 3));

    private final List<Integer> axes;

    Layout(List<Integer> axes) {
        this.axes = axes;
    }

    /** For each axis in this order, the one of our graph. */
    List<Integer> axes() {
        return axes;
    }
}
