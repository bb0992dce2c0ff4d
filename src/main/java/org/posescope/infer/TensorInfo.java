package org.posescope.infer;

import java.util.List;

/** Name and shape of an input or output of a network; a side that the caller chooses is -1. */
public record TensorInfo(String name, List<Integer> shape) {
    public TensorInfo {
        shape = List.copyOf(shape);
    }
}
