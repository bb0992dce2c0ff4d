package org.posescope.network.graph;

import java.util.List;

import org.posescope.tensor.Tensor;

/** Numbers that belong to a network: weights, or constants of its computation. */
public final class Parameter {
    private final String name;
    private final float[] data;
    private final List<Integer> shape;

    /**
     * @param name  unique in its graph
     * @param data  row by row; shared, it must not change any more
     * @param shape all axes
     */
    public Parameter(String name, float[] data, List<Integer> shape) {
        if (Tensor.elements(shape.stream().mapToInt(Integer::intValue).toArray()) != data.length) {
            throw new IllegalArgumentException(name + " of shape " + shape + " with " + data.length + " numbers");
        }
        this.name = name;
        this.data = data;
        this.shape = List.copyOf(shape);
    }

    public String name() {
        return name;
    }

    /** The numbers themselves, not a copy. */
    public float[] data() {
        return data;
    }

    public List<Integer> shape() {
        return shape;
    }

    @Override
    public String toString() {
        return name + shape;
    }
}
