package org.posescope.network.int8;

import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxOperator;

/** Where the output channels lie in the weights of a layer (Conv, ConvTranspose and Gemm in onnx/docs/Operators.md). */
@FunctionalInterface
interface OutputChannels {
    /** The output channel of the weight at a row-major place. */
    int at(int place);

    /** Those of a layer; its weights have at least two axes and are not empty. */
    static OutputChannels of(OnnxOperator layer, OnnxArray weight) {
        int rows = weight.shape().get(0);
        int columns = weight.shape().get(1);
        int kernel = weight.size() / (rows * columns);
        if (layer.is("ConvTranspose")) {
            int inputsOfGroup = rows / groups(layer);
            return place -> place / (columns * kernel) / inputsOfGroup * columns + place / kernel % columns;
        }
        return axis(layer) == 0 ? place -> place / (columns * kernel) : place -> place % columns;
    }

    /** How many there are. */
    static int count(OnnxOperator layer, OnnxArray weight) {
        return layer.is("ConvTranspose")
                ? weight.shape().get(1) * groups(layer)
                : weight.shape().get(axis(layer));
    }

    /** The axis of the weights of a convolution or a Gemm along which the output channels lie. */
    static int axis(OnnxOperator layer) {
        return layer.is("Gemm") && layer.number("transB", 0) == 0 ? 1 : 0;
    }

    private static int groups(OnnxOperator layer) {
        return Math.toIntExact(layer.number("group", 1));
    }
}
