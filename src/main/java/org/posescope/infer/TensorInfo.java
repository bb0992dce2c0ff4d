package org.posescope.infer;

import java.util.List;

/** Name and shape of an input or output of a network; a side that the caller chooses is {@link #ANY}. */
public record TensorInfo(String name, List<Integer> shape) {
    public static final int ANY = -1;

    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** Whether an array of this shape can be passed here. */
    public boolean admits(int... actual) {
        if (actual.length != shape.size()) {
            return false;
        }
        for (int axis = 0; axis < actual.length; axis++) {
            int side = shape.get(axis);
            if (side != ANY && side != actual[axis]) {
                return false;
            }
        }
        return true;
    }
}
