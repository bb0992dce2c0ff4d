package org.posescope.network.graph;

import java.util.Arrays;
import java.util.List;

import org.posescope.tensor.Tensor;

/**
 * Numbers that belong to a network: weights, or constants of its computation. The array is shared and must not change.
 *
 * @param name  unique in its graph
 * @param shape in row-major order, all axes
 */
public record Parameter(String name, float[] data, List<Integer> shape) {
    public Parameter {
        shape = List.copyOf(shape);
        if (Tensor.elements(shape.stream().mapToInt(Integer::intValue).toArray()) != data.length) {
            throw new IllegalArgumentException(name + " of shape " + shape + " with " + data.length + " numbers");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameter(String otherName, float[] otherData, List<Integer> otherShape)
                && name.equals(otherName) && shape.equals(otherShape) && Arrays.equals(data, otherData);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + shape;
    }
}
