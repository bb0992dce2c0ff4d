package org.posescope.infer;

import java.util.List;

/**
 * An input or output of a network.
 *
 * @param shape sides; {@link #ANY} where the caller chooses
 * @param type  inside the network
 */
public record TensorInfo(String name, List<Integer> shape, ElementType type) {
    public static final int ANY = -1;

    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** One of float32. */
    public TensorInfo(String name, List<Integer> shape) {
        this(name, shape, ElementType.FLOAT32);
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
