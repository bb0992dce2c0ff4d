package org.posescope.network.tensorflow;

import java.util.List;

/** The orders of a picture's axes in TensorFlow. */
public enum Layout {
    /** Batch, rows, columns, channels. */
    NHWC,
    /** Batch, channels, rows, columns, as in our graph. */
    NCHW;

    /** For each axis in this order, the one of our graph. */
    List<Integer> axes() {
        return switch (this) {
            case NHWC -> List.of(0, 2, 3, 1);
            case NCHW -> List.of(0, 1, 2, 3);
        };
    }
}
