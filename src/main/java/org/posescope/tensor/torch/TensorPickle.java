package org.posescope.tensor.torch;

import org.posescope.tensor.pickle.PickleWriter;

/** Writes what PyTorch's pickles say of a tensor; its bytes go into the file of its storage. */
public final class TensorPickle {
    private TensorPickle() {}

    /**
     * Pushes a tensor that has a storage of its own: a call of {@code torch._utils._rebuild_tensor_v2} with storage, offset, shape,
     * strides, whether it is trained, and no hooks.
     *
     * @param key of the storage
     */
    public static PickleWriter push(PickleWriter pickle, TorchType type, String key, long[] shape, long[] strides) {
        long elements = 1;
        for (long side : shape) {
            elements = Math.multiplyExact(elements, side);
        }
        String storageClass = type.storageClass();
        int dot = storageClass.lastIndexOf('.');
        pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
        pickle.mark().text("storage").global(storageClass.substring(0, dot), storageClass.substring(dot + 1)).text(key)
                .text("cpu").integer(elements).tuple().persistent();
        pickle.integer(0).integers(shape).integers(strides).truth(false);
        return pickle.global("collections", "OrderedDict").emptyTuple().reduce().tuple().reduce();
    }

    /** The strides of row-major order. */
    public static long[] rowMajor(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }
}
