package org.posescope.network.tensorflow;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.network.graph.Parameter;
import org.posescope.tensor.Tensor;

/** Numbers that a file holds, row by row. */
public final class Constant {
    private static final int KERNEL_AXES = 4;

    private final float[] data;
    private final int[] shape;

    /**
     * @param data  shared, it must not change any more
     * @param shape as in the file
     * @throws IllegalArgumentException when the shape is not that of so many numbers
     */
    public Constant(float[] data, int... shape) {
        if (Tensor.elements(shape) != data.length) {
            throw new IllegalArgumentException(data.length + " numbers of shape " + Arrays.toString(shape));
        }
        this.data = data;
        this.shape = shape.clone();
    }

    public void copyTo(FloatBuffer target) {
        target.put(data);
    }

    /** Zeros, one a channel. */
    public static Constant zeros(int channels) {
        return new Constant(new float[channels], channels);
    }

    /** The weights of a convolution with its axes in the order of our graph: that of the file's axis for each. */
    public Parameter kernel(String name, int... order) {
        if (shape.length != KERNEL_AXES) {
            throw new IllegalArgumentException("weights of shape " + Arrays.toString(shape));
        }
        List<Integer> sides = IntStream.of(order).mapToObj(axis -> shape[axis]).toList();
        if (!sides.get(2).equals(sides.get(3))) {
            throw new IllegalArgumentException("a kernel of " + sides.get(2) + "x" + sides.get(3) + " is no square");
        }
        return new Parameter(name, inOrder(order), sides);
    }

    /** The weights of a layer on vectors: outputs, inputs. */
    public Parameter matrix(String name) {
        if (shape.length != 2) {
            throw new IllegalArgumentException("weights of shape " + Arrays.toString(shape));
        }
        return new Parameter(name, data, List.of(shape[0], shape[1]));
    }

    /** The same with the other sign. */
    public Constant negative() {
        float[] negative = new float[data.length];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -data[i];
        }
        return new Constant(negative, shape);
    }

    /** One number a channel. */
    public Parameter vector(String name) {
        return new Parameter(name, data, List.of(data.length));
    }

    /**
     * As it is stretched over the tensors of a file, for values whose axes lie in another order.
     *
     * @param axes for each axis of such a tensor, that of the value; sides of 1 are stretched, and missing ones are put in front
     */
    Parameter stretched(String name, List<Integer> axes) {
        int missing = axes.size() - shape.length;
        int[] whole = new int[axes.size()];
        for (int axis = 0; axis < whole.length; axis++) {
            whole[axis] = axis < missing ? 1 : shape[axis - missing];
        }
        if (missing < 0 || whole[0] != 1) {
            throw new IllegalArgumentException("numbers of shape " + Arrays.toString(shape) + " for a batch");
        }
        int[] order = IntStream.range(0, whole.length).map(axes::indexOf).toArray();
        return new Parameter(name, new Constant(data, whole).inOrder(order),
                IntStream.of(order).mapToObj(axis -> whole[axis]).toList());
    }

    private float[] inOrder(int... order) {
        int[] strides = new int[shape.length];
        for (int axis = shape.length - 1, stride = 1; axis >= 0; stride *= shape[axis--]) {
            strides[axis] = stride;
        }
        float[] result = new float[data.length];
        int[] index = new int[order.length];
        int from = 0;
        for (int to = 0; to < result.length; to++) {
            result[to] = data[from];
            for (int axis = order.length - 1; axis >= 0; axis--) {
                from += strides[order[axis]];
                if (++index[axis] < shape[order[axis]]) {
                    break;
                }
                from -= strides[order[axis]] * index[axis];
                index[axis] = 0;
            }
        }
        return result;
    }
}
