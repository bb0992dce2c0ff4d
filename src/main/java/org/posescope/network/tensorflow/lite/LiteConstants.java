package org.posescope.network.tensorflow.lite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

import org.posescope.network.tensorflow.Constant;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;

/**
 * The constants of a file. Those in half precision, or without their zeros, are made whole when they are asked for; the operators of the
 * file that do the same are passed over.
 */
final class LiteConstants {
    /** Far more than any network that runs in real time has; small files must not become large networks. */
    private static final long MOST_NUMBERS = 1L << 26;

    private final LiteFile file;
    private final Map<Integer, Integer> sources = new HashMap<>();
    private long numbers;

    LiteConstants(LiteFile file) {
        this.file = file;
    }

    /** Makes one tensor the same as another, which must be a constant. */
    void same(int tensor, int source) throws MalformedDataException {
        if (!isConstant(source)) {
            throw new MalformedDataException("it computes with quantized numbers, which is not known here");
        }
        sources.put(tensor, sources.getOrDefault(source, source));
    }

    boolean isConstant(int tensor) throws MalformedDataException {
        return sources.containsKey(tensor) || (tensor >= 0 && file.tensor(tensor).isConstant());
    }

    /** A constant of float32 or float16. */
    Constant floats(int tensor) throws MalformedDataException {
        LiteTensor constant = constant(tensor);
        int[] shape = constant.sides();
        int elements = Tensor.elements(shape);
        numbers += elements;
        if (numbers > MOST_NUMBERS) {
            throw new MalformedDataException("it has more than " + MOST_NUMBERS + " weights");
        }
        float[] stored = stored(constant);
        float[] all = constant.sparsity().isPresent()
                ? new SparseLayout(shape, constant.sparsity().get()).dense(stored)
                : stored;
        if (all.length != elements) {
            throw wrongLength(constant);
        }
        return new Constant(all, shape);
    }

    /** A constant of int32. */
    int[] ints(int tensor) throws MalformedDataException {
        LiteTensor constant = constant(tensor);
        int[] all = new int[Tensor.elements(constant.sides())];
        if (constant.type() != LiteTensor.INT32 || constant.data().remaining() != Integer.BYTES * (long) all.length) {
            throw wrongLength(constant);
        }
        constant.data().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(all);
        return all;
    }

    private LiteTensor constant(int tensor) throws MalformedDataException {
        if (!isConstant(tensor)) {
            throw new MalformedDataException("it computes what has to be a constant (tensor " + tensor + ")");
        }
        return file.tensor(sources.getOrDefault(tensor, tensor));
    }

    private static float[] stored(LiteTensor constant) throws MalformedDataException {
        ByteBuffer data = constant.data().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return switch (constant.type()) {
            case LiteTensor.FLOAT32 -> {
                float[] values = new float[data.remaining() / Float.BYTES];
                data.asFloatBuffer().get(values);
                yield values;
            }
            case LiteTensor.FLOAT16 -> {
                float[] values = new float[data.remaining() / Short.BYTES];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.float16ToFloat(data.getShort(Short.BYTES * i));
                }
                yield values;
            }
            default -> throw new MalformedDataException(
                    "it has weights that are neither float32 nor float16 (type " + constant.type() + ")");
        };
    }

    private static MalformedDataException wrongLength(LiteTensor constant) {
        return new MalformedDataException("it has a constant of " + constant.data().remaining()
                + " bytes, which is not what its shape and type make");
    }
}
