package org.posescope.tensor.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.posescope.tensor.DType;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;

/**
 * A tensor of a checkpoint: a view of a storage by offset and strides, all in elements. It can be read as long as its
 * checkpoint is open.
 */
public final class TorchTensor {
    /** Elements by which a view that repeats its storage (stride 0) may be larger than that. */
    private static final long MOST_REPETITION = 1 << 20;

    private final TorchStorage storage;
    private final long offset;
    private final long[] shape;
    private final long[] strides;

    private TorchTensor(TorchStorage storage, long offset, long[] shape, long[] strides) {
        this.storage = storage;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
    }

    /**
     * The view that a checkpoint describes.
     *
     * @throws MalformedDataException when it reaches beyond its storage, or unfolds to far more than that
     */
    static TorchTensor checked(TorchStorage storage, long offset, long[] shape, long[] strides)
            throws MalformedDataException {
        if (shape.length != strides.length || offset < 0 || offset > storage.elements() || hasNegative(shape)
                || hasNegative(strides)) {
            throw impossible(offset, shape, strides);
        }
        long elements = 1;
        long last = offset;
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] == 0) {
                return new TorchTensor(storage, offset, shape, strides);
            }
        }
        for (int axis = 0; axis < shape.length; axis++) {
            long steps = shape[axis] - 1;
            if (steps > 0 && strides[axis] > storage.elements() / steps) {
                throw impossible(offset, shape, strides);
            }
            last += steps * strides[axis];
            if (last >= storage.elements() || shape[axis] > (storage.elements() + MOST_REPETITION) / elements) {
                throw impossible(offset, shape, strides);
            }
            elements *= shape[axis];
        }
        if (last >= storage.elements()) {
            throw impossible(offset, shape, strides);
        }
        return new TorchTensor(storage, offset, shape, strides);
    }

    private static boolean hasNegative(long[] numbers) {
        return Arrays.stream(numbers).anyMatch(number -> number < 0);
    }

    private static MalformedDataException impossible(long offset, long[] shape, long[] strides) {
        return new MalformedDataException("it has a tensor of shape " + Quoted.of(Arrays.toString(shape))
                + " with strides " + Quoted.of(Arrays.toString(strides)) + " and offset " + offset
                + ", which its storage does not hold");
    }

    public TorchType type() {
        return storage.type();
    }

    /** Sides in row-major order; none for a single number. */
    public long[] shape() {
        return shape.clone();
    }

    /**
     * The elements in row-major order, bfloat16 as float32, others as they are. Where they lie in that order already this is a
     * view of the file, valid as long as the checkpoint is open.
     *
     * @throws MalformedDataException when the storage is damaged, or the tensor is larger than an array can be
     */
    public NdArray toArray() throws MalformedDataException {
        DType stored = storage.type().stored();
        NdArray array = NdArray.checked(stored, shape, false,
                isRowMajor() ? window(storage.bytes(), stored.itemSize()) : gathered(stored.itemSize()));
        return storage.type() == TorchType.BFLOAT16 ? widened(array) : array;
    }

    private long elements() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    private boolean isRowMajor() {
        long expected = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1 && strides[axis] != expected) {
                return elements() == 0;
            }
            expected *= shape[axis];
        }
        return true;
    }

    private ByteBuffer window(MemorySegment bytes, int itemSize) throws MalformedDataException {
        long length = elements() * itemSize;
        if (length > Integer.MAX_VALUE) {
            throw new MalformedDataException(
                    "it has a tensor of shape " + Quoted.of(Arrays.toString(shape)) + ", more than 2 GiB");
        }
        return bytes.asSlice(offset * itemSize, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A copy in row-major order: an odometer over the axes, the last one fastest. */
    private ByteBuffer gathered(int itemSize) throws MalformedDataException {
        MemorySegment bytes = storage.bytes();
        ByteBuffer copy = ByteBuffer.allocate(Math.toIntExact(elements() * itemSize));
        long[] index = new long[shape.length];
        long at = offset;
        while (copy.hasRemaining()) {
            for (int i = 0; i < itemSize; i++) {
                copy.put(bytes.get(ValueLayout.JAVA_BYTE, at * itemSize + i));
            }
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                at += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                at -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return copy.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static NdArray widened(NdArray upperHalves) {
        float[] values = new float[upperHalves.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat((int) upperHalves.getLong(i) << Short.SIZE);
        }
        return NdArray.of(values, upperHalves.shape());
    }

    @Override
    public String toString() {
        return "torch.Tensor" + Arrays.toString(shape);
    }
}
