package org.posescope.tensor.mxnet;

import java.nio.ByteOrder;

import org.posescope.tensor.DType;
import org.posescope.tensor.MalformedDataException;

/** The element types of MXNet by their numbers in files (mshadow, {@code base.h TypeFlag}). */
enum MxnetType {
    FLOAT32(0, DType.Kind.FLOAT, Float.BYTES), FLOAT64(1, DType.Kind.FLOAT, Double.BYTES),
    FLOAT16(2, DType.Kind.FLOAT, Short.BYTES), UINT8(3, DType.Kind.UINT, Byte.BYTES),
    INT32(4, DType.Kind.INT, Integer.BYTES), INT8(5, DType.Kind.INT, Byte.BYTES), INT64(6, DType.Kind.INT, Long.BYTES),
    BOOL(7, DType.Kind.BOOL, Byte.BYTES);

    private final int number;
    private final DType.Kind kind;
    private final int itemSize;

    MxnetType(int number, DType.Kind kind, int itemSize) {
        this.number = number;
        this.kind = kind;
        this.itemSize = itemSize;
    }

    static MxnetType of(int number) throws MalformedDataException {
        for (MxnetType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new MalformedDataException("it has elements of the unknown type " + number);
    }

    DType stored() {
        return new DType(kind, itemSize, ByteOrder.LITTLE_ENDIAN);
    }
}
