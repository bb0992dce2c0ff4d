package org.posescope.network.torchscript;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.posescope.network.graph.Parameter;
import org.posescope.tensor.torch.TensorPickle;
import org.posescope.tensor.torch.TorchType;

/**
 * A parameter as it lies in the archive. Weights of convolutions in bfloat16 lie with their channels innermost, which is where PyTorch
 * would move them before every run.
 *
 * @param attribute of the module
 */
record StoredParameter(String attribute, Parameter parameter, TorchPrecision precision) {
    private static final int CONVOLUTION_AXES = 4;

    TorchType type() {
        return precision == TorchPrecision.BF16 ? TorchType.BFLOAT16 : TorchType.FLOAT32;
    }

    long[] shape() {
        return parameter.shape().stream().mapToLong(Integer::longValue).toArray();
    }

    /** In elements. */
    long[] strides() {
        long[] shape = shape();
        return channelsInnermost()
                ? new long[] {shape[1] * shape[2] * shape[3], 1, shape[3] * shape[1], shape[1]}
                : TensorPickle.rowMajor(shape);
    }

    private boolean channelsInnermost() {
        return precision == TorchPrecision.BF16 && parameter.shape().size() == CONVOLUTION_AXES;
    }

    /** The elements, little-endian. */
    byte[] bytes() {
        float[] data = channelsInnermost() ? moved() : parameter.data();
        if (precision == TorchPrecision.FP32) {
            ByteBuffer bytes = ByteBuffer.allocate(data.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(data);
            return bytes.array();
        }
        ByteBuffer bytes = ByteBuffer.allocate(data.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : data) {
            bytes.putShort(bfloat16(value));
        }
        return bytes.array();
    }

    private float[] moved() {
        float[] data = parameter.data();
        int channels = parameter.shape().get(1);
        int pixels = parameter.shape().get(2) * parameter.shape().get(3);
        float[] result = new float[data.length];
        for (int i = 0; i < data.length; i++) {
            int pixel = i % pixels;
            int channel = i / pixels % channels;
            int outer = i / pixels / channels;
            result[(outer * pixels + pixel) * channels + channel] = data[i];
        }
        return result;
    }

    /** The upper half of a float32, rounded to the nearest, ties to even. */
    private static short bfloat16(float value) {
        int bits = Float.floatToIntBits(value);
        return (short) ((bits + 0x7fff + ((bits >>> Short.SIZE) & 1)) >>> Short.SIZE);
    }
}
