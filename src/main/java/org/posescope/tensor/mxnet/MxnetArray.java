package org.posescope.tensor.mxnet;

import java.io.EOFException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;

/**
 * One dense array of a file. Four layouts were written over the years (apache/mxnet, {@code src/ndarray/ndarray.cc NDArray::Save}):
 * the oldest begins with its number of axes, the others with a magic number.
 */
final class MxnetArray {
    private static final int V1 = 0xF993fac8;
    private static final int V2 = 0xF993fac9;
    /** As V2; zero axes are a single number and no longer the absence of an array. */
    private static final int V3 = 0xF993faca;
    private static final int DENSE = 0;
    private static final int MOST_AXES = 32;

    private final MxnetType type;
    private final long[] shape;
    private final MemorySegment bytes;

    /** @param bytes row-major, a view of the file */
    private MxnetArray(MxnetType type, long[] shape, MemorySegment bytes) {
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    static MxnetArray read(Cursor in) throws EOFException, MalformedDataException {
        int first = in.int32();
        boolean hasStorage = first == V2 || first == V3;
        if (hasStorage && in.int32() != DENSE) {
            throw new MalformedDataException("it has a sparse array, which is not supported");
        }
        boolean hasMagic = hasStorage || first == V1;
        int axes = hasMagic ? in.int32() : first;
        if (axes < 0 || axes > MOST_AXES) {
            throw new MalformedDataException("it has an array of " + Integer.toUnsignedString(axes) + " axes");
        }
        if (axes == 0 && first != V3) {
            throw new MalformedDataException("it has an array that was never filled");
        }
        long[] shape = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            shape[axis] = hasMagic ? in.int64() : Integer.toUnsignedLong(in.int32());
        }
        skipDevice(in);
        MxnetType type = MxnetType.of(in.int32());
        return new MxnetArray(type, shape, in.take(length(type, shape, in.remaining())));
    }

    /** Kind and number of the device that the array lived on when it was saved. */
    private static void skipDevice(Cursor in) throws EOFException {
        in.take(2L * Integer.BYTES);
    }

    private static long length(MxnetType type, long[] shape, long limit) throws MalformedDataException {
        long length = type.stored().itemSize();
        for (long side : shape) {
            if (side < 0 || side > limit || (side > 0 && length > limit / side)) {
                throw new MalformedDataException(
                        "it has an array of shape " + Quoted.of(Arrays.toString(shape))
                                + ", for which the file is too short; get the file again");
            }
            length *= side;
        }
        return length;
    }

    long[] shape() {
        return shape.clone();
    }

    /** @throws MalformedDataException when it is larger than an array can be */
    NdArray toArray() throws MalformedDataException {
        if (bytes.byteSize() > Integer.MAX_VALUE) {
            throw new MalformedDataException(
                    "it has an array of shape " + Quoted.of(Arrays.toString(shape)) + ", more than 2 GiB");
        }
        return NdArray.checked(type.stored(), shape, false, bytes.asByteBuffer().order(type.stored().order()));
    }
}
