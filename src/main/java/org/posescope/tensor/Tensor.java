package org.posescope.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A dense float32 array in row-major (C) order. The memory is shared, not copied: whoever made the tensor says how long it
 * is valid. A tensor of rank 0 holds one element.
 */
public final class Tensor {
    private final int[] shape;
    private final FloatBuffer data;

    private Tensor(int[] shape, FloatBuffer data) {
        if (data.remaining() != elements(shape)) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not hold " + data.remaining() + " elements");
        }
        this.shape = shape.clone();
        this.data = data.slice();
    }

    /** A view of the buffer's remaining elements. */
    public static Tensor of(FloatBuffer data, int... shape) {
        return new Tensor(shape, data);
    }

    /** A view of the array. */
    public static Tensor of(float[] data, int... shape) {
        return new Tensor(shape, FloatBuffer.wrap(data));
    }

    /** Zeros in direct memory of native byte order, which runtimes take without a copy. Freed by the garbage collector. */
    public static Tensor allocate(int... shape) {
        int bytes = Math.multiplyExact(elements(shape), Float.BYTES);
        return new Tensor(shape, ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer());
    }

    /**
     * The product of the sides.
     *
     * @throws IllegalArgumentException when a side is negative
     * @throws ArithmeticException      when the product is beyond the range of int
     */
    public static int elements(int... shape) {
        int product = 1;
        for (int side : shape) {
            if (side < 0) {
                throw new IllegalArgumentException("negative side in shape " + Arrays.toString(shape));
            }
            product = Math.multiplyExact(product, side);
        }
        return product;
    }

    public int[] shape() {
        return shape.clone();
    }

    public int rank() {
        return shape.length;
    }

    public int dimension(int axis) {
        return shape[axis];
    }

    public int size() {
        return data.capacity();
    }

    /** All elements, with position and limit of its own over the shared memory. */
    public FloatBuffer data() {
        return data.duplicate();
    }

    /** The element at a row-major position. */
    public float get(int flatIndex) {
        return data.get(flatIndex);
    }

    /** A copy of the elements on the heap. */
    public float[] toArray() {
        float[] copy = new float[size()];
        data.get(0, copy);
        return copy;
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
