package org.posescope.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * An array of any numpy type as it lies in a file; elements are converted when they are asked for, always in row-major (C)
 * order whatever their order in memory. The memory is shared with whoever made the array and must not change.
 *
 * <p>Conversions to whole numbers throw {@link ArithmeticException} for a value that is not one or does not fit; asking a
 * text array for numbers, or the other way round, is an {@link IllegalStateException}: look at {@link #dtype} first.
 */
public final class NdArray {
    private final DType dtype;
    private final int[] shape;
    private final int size;
    private final boolean fortranOrder;
    private final ByteBuffer data;

    /**
     * @param fortranOrder whether the first axis varies fastest in memory
     * @param data         exactly the array's bytes, between position and limit
     */
    public NdArray(DType dtype, int[] shape, boolean fortranOrder, ByteBuffer data) {
        this.dtype = dtype;
        this.shape = shape.clone();
        this.size = Tensor.elements(shape);
        this.fortranOrder = fortranOrder;
        this.data = data.slice().order(dtype.order());
        if ((long) size * dtype.itemSize() != data.remaining()) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " of " + dtype + " is not " + data.remaining() + " bytes");
        }
    }

    /**
     * An array as a file describes it.
     *
     * @throws MalformedDataException when no array has this shape, or the data is not of its length
     */
    public static NdArray checked(DType dtype, long[] shape, boolean fortranOrder, ByteBuffer data)
            throws MalformedDataException {
        NpyHeader header = NpyHeader.checked(dtype, fortranOrder, shape);
        if (header.dataBytes() != data.remaining()) {
            throw new MalformedDataException(
                    "it has an array of shape " + Quoted.of(Arrays.toString(shape)) + " and type "
                            + dtype + " with " + data.remaining() + " bytes");
        }
        return new NdArray(dtype, header.shape(), fortranOrder, data);
    }

    /** A copy as {@code <f4}. */
    public static NdArray of(float[] values, int... shape) {
        ByteBuffer bytes = allocate(DType.FLOAT32, values.length);
        bytes.asFloatBuffer().put(values);
        return new NdArray(DType.FLOAT32, shape, false, bytes);
    }

    /** A copy as {@code <f8}. */
    public static NdArray of(double[] values, int... shape) {
        ByteBuffer bytes = allocate(DType.FLOAT64, values.length);
        bytes.asDoubleBuffer().put(values);
        return new NdArray(DType.FLOAT64, shape, false, bytes);
    }

    /** A copy as {@code <i4}. */
    public static NdArray of(int[] values, int... shape) {
        ByteBuffer bytes = allocate(DType.INT32, values.length);
        bytes.asIntBuffer().put(values);
        return new NdArray(DType.INT32, shape, false, bytes);
    }

    /** A copy as {@code <i8}. */
    public static NdArray of(long[] values, int... shape) {
        ByteBuffer bytes = allocate(DType.INT64, values.length);
        bytes.asLongBuffer().put(values);
        return new NdArray(DType.INT64, shape, false, bytes);
    }

    /** A text as an array of rank 0; it must not be empty. */
    public static NdArray of(String text) {
        byte[] characters = text.getBytes(Charset.forName("UTF-32LE"));
        return new NdArray(new DType(DType.Kind.TEXT, characters.length, ByteOrder.LITTLE_ENDIAN), new int[0], false,
                ByteBuffer.wrap(characters));
    }

    private static ByteBuffer allocate(DType type, int elements) {
        return ByteBuffer.allocate(Math.multiplyExact(elements, type.itemSize())).order(type.order());
    }

    public DType dtype() {
        return dtype;
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

    /** Number of elements. */
    public int size() {
        return size;
    }

    /** Whether the first axis varies fastest in {@link #data}. */
    public boolean isFortranOrder() {
        return fortranOrder;
    }

    /** The bytes in their own order, read-only. */
    public ByteBuffer data() {
        return data.asReadOnlyBuffer().order(dtype.order());
    }

    /** The number at a row-major position; 1 or 0 for a truth value. */
    public double getDouble(int index) {
        int at = offset(index);
        return switch (dtype.kind()) {
            case FLOAT -> floatAt(at);
            case UINT -> unsignedToDouble(integerAt(at));
            default -> integerAt(at);
        };
    }

    /** The whole number at a row-major position; an unsigned one of 64 bits keeps its bits. */
    public long getLong(int index) {
        int at = offset(index);
        if (dtype.kind() != DType.Kind.FLOAT) {
            return integerAt(at);
        }
        double value = floatAt(at);
        // 2^63 itself does not fit, and (double) Long.MAX_VALUE is 2^63.
        if (value != Math.rint(value) || !(Math.abs(value) < 0x1p63)) {
            throw new ArithmeticException(value + " is not a whole number of 64 bits");
        }
        return (long) value;
    }

    /** The text at a row-major position, of {@link DType.Kind#TEXT} or, as Latin-1, {@link DType.Kind#BYTES}. */
    public String getText(int index) {
        int at = offset(index);
        int end = at + dtype.itemSize();
        if (dtype.kind() == DType.Kind.BYTES) {
            while (end > at && data.get(end - 1) == 0) {
                end--;
            }
            return StandardCharsets.ISO_8859_1.decode(data.slice(at, end - at)).toString();
        }
        requireKind(dtype.kind() == DType.Kind.TEXT, "text");
        StringBuilder text = new StringBuilder();
        for (; at < end && data.getInt(at) != 0; at += DType.CHARACTER_BYTES) {
            int character = data.getInt(at);
            text.appendCodePoint(Character.isValidCodePoint(character) ? character : 0xFFFD);
        }
        return text.toString();
    }

    public double[] toDoubles() {
        double[] values = new double[size];
        forEachIndex(i -> values[i] = getDouble(i));
        return values;
    }

    /** The numbers rounded to float32; those beyond its range become infinite. */
    public float[] toFloats() {
        float[] values = new float[size];
        forEachIndex(i -> values[i] = (float) getDouble(i));
        return values;
    }

    public long[] toLongs() {
        long[] values = new long[size];
        forEachIndex(i -> values[i] = getLong(i));
        return values;
    }

    public int[] toInts() {
        int[] values = new int[size];
        forEachIndex(i -> values[i] = Math.toIntExact(getLong(i)));
        return values;
    }

    private void forEachIndex(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(i);
        }
    }

    private int offset(int index) {
        Objects.checkIndex(index, size);
        if (!fortranOrder) {
            return index * dtype.itemSize();
        }
        int position = 0;
        int rest = index;
        int stride = size;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            stride /= shape[axis];
            position += rest % shape[axis] * stride;
            rest /= shape[axis];
        }
        return position * dtype.itemSize();
    }

    private double floatAt(int at) {
        return switch (dtype.itemSize()) {
            case Short.BYTES -> Float.float16ToFloat(data.getShort(at));
            case Float.BYTES -> data.getFloat(at);
            default -> data.getDouble(at);
        };
    }

    private long integerAt(int at) {
        requireKind(dtype.isNumeric(), "numbers");
        if (dtype.kind() == DType.Kind.BOOL) {
            return data.get(at) == 0 ? 0 : 1;
        }
        boolean unsigned = dtype.kind() == DType.Kind.UINT;
        return switch (dtype.itemSize()) {
            case Byte.BYTES -> unsigned ? Byte.toUnsignedLong(data.get(at)) : data.get(at);
            case Short.BYTES -> unsigned ? Short.toUnsignedLong(data.getShort(at)) : data.getShort(at);
            case Integer.BYTES -> unsigned ? Integer.toUnsignedLong(data.getInt(at)) : data.getInt(at);
            default -> data.getLong(at);
        };
    }

    private static double unsignedToDouble(long bits) {
        // The lowest bit is kept sticky so that halving and doubling round once.
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private void requireKind(boolean holds, String wanted) {
        if (!holds) {
            throw new IllegalStateException("an array of " + dtype + " holds no " + wanted);
        }
    }

    @Override
    public String toString() {
        return "NdArray" + Arrays.toString(shape) + " of " + dtype;
    }
}
