package org.posescope.importer.recognition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input or output of a model file.
 *
 * @param shape       sides; {@link #ANY} where the file leaves one open, empty where it tells nothing
 * @param elementType as ONNX numbers them (onnx/onnx.proto, TensorProto.DataType)
 */
record Port(String name, List<Integer> shape, int elementType) {
    static final int ANY = -1;
    static final int FLOAT = 1;
    static final int FLOAT16 = 10;
    static final int BFLOAT16 = 16;

    Port {
        shape = List.copyOf(shape);
    }

    int rank() {
        return shape.size();
    }

    /** One side, from the end where the axis is negative. */
    int side(int axis) {
        return shape.get(axis < 0 ? rank() + axis : axis);
    }

    /** Whether a side has that length, or may have it. */
    boolean admits(int axis, int length) {
        return side(axis) == ANY || side(axis) == length;
    }

    /** For people: name and sides. */
    String described() {
        return name + " " + shape.stream().map(side -> side == ANY ? "?" : String.valueOf(side))
                .collect(Collectors.joining("x"));
    }
}
