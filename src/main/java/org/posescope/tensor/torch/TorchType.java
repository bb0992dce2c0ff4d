package org.posescope.tensor.torch;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import org.posescope.tensor.DType;

/** The types of element that PyTorch keeps in storages, each with the class that names it in a checkpoint. */
public enum TorchType {
    FLOAT32("FloatStorage", DType.FLOAT32),
    FLOAT64("DoubleStorage", DType.FLOAT64),
    FLOAT16("HalfStorage", little(DType.Kind.FLOAT, Short.BYTES)),
    /** The upper half of a float32; {@link TorchTensor#toArray} widens it. */
    BFLOAT16("BFloat16Storage", little(DType.Kind.UINT, Short.BYTES)),
    INT64("LongStorage", DType.INT64),
    INT32("IntStorage", DType.INT32),
    INT16("ShortStorage", little(DType.Kind.INT, Short.BYTES)),
    INT8("CharStorage", little(DType.Kind.INT, Byte.BYTES)),
    UINT8("ByteStorage", little(DType.Kind.UINT, Byte.BYTES)),
    BOOL("BoolStorage", little(DType.Kind.BOOL, Byte.BYTES));

    private final String storageClass;
    private final DType stored;

    TorchType(String storageClass, DType stored) {
        this.storageClass = "torch." + storageClass;
        this.stored = stored;
    }

    private static DType little(DType.Kind kind, int bytes) {
        return new DType(kind, bytes, ByteOrder.LITTLE_ENDIAN);
    }

    /** The Python class of its storages, as {@code torch.FloatStorage}. */
    public String storageClass() {
        return storageClass;
    }

    /** How an element lies in the file. */
    DType stored() {
        return stored;
    }

    static Optional<TorchType> ofStorageClass(String name) {
        return Arrays.stream(values()).filter(type -> type.storageClass.equals(name)).findFirst();
    }
}
