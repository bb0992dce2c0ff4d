package org.posescope.tensor.torch;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import org.posescope.tensor.DType;

/** The types of element that PyTorch keeps in storages, each with the class that names it in a checkpoint. */
public enum TorchType {
    FLOAT32("FloatStorage", DType.Kind.FLOAT, Float.BYTES),
    FLOAT64("DoubleStorage", DType.Kind.FLOAT, Double.BYTES),
    FLOAT16("HalfStorage", DType.Kind.FLOAT, Short.BYTES),
    /** The upper half of a float32; {@link TorchTensor#toArray} widens it. */
    BFLOAT16("BFloat16Storage", DType.Kind.UINT, Short.BYTES),
    INT64("LongStorage", DType.Kind.INT, Long.BYTES),
    INT32("IntStorage", DType.Kind.INT, Integer.BYTES),
    INT16("ShortStorage", DType.Kind.INT, Short.BYTES),
    INT8("CharStorage", DType.Kind.INT, Byte.BYTES),
    UINT8("ByteStorage", DType.Kind.UINT, Byte.BYTES),
    BOOL("BoolStorage", DType.Kind.BOOL, Byte.BYTES);

    private final String storageClass;
    private final DType.Kind kind;
    private final int itemSize;

    TorchType(String storageClass, DType.Kind kind, int itemSize) {
        this.storageClass = "torch." + storageClass;
        this.kind = kind;
        this.itemSize = itemSize;
    }

    /** The Python class of its storages, as {@code torch.FloatStorage}. */
    public String storageClass() {
        return storageClass;
    }

    /** How an element lies in the file. */
    DType stored() {
        return new DType(kind, itemSize, ByteOrder.LITTLE_ENDIAN);
    }

    static Optional<TorchType> ofStorageClass(String name) {
        return Arrays.stream(values()).filter(type -> type.storageClass.equals(name)).findFirst();
    }
}
