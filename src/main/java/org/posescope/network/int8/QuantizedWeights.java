package org.posescope.network.int8;

/**
 * Weights as signed bytes, symmetric about zero, with a scale for each output channel. Processors without VNNI add the products of two
 * weights with their unsigned codes in 16 bits, where more than 32767 becomes 32767 (VPMADDUBSW). Which two meet there is up to ONNX
 * Runtime, so any two codes of a channel are together at most 128: 255 * 128 = 32640.
 */
final class QuantizedWeights {
    /** Rounding adds half a code to each of the two. */
    private static final int LAST_PAIR = 127;
    /** A bias is a sum of products in int32; it takes at most half of it. */
    private static final float MOST_BIAS = 1 << 30;

    private final byte[] codes;
    private final float[] scales;

    private QuantizedWeights(byte[] codes, float[] scales) {
        this.codes = codes;
        this.scales = scales;
    }

    /**
     * Quantizes weights.
     *
     * @param channels  of the weights
     * @param bias      one a channel, in the numbers of the layer
     * @param input     scale of what the weights are multiplied with
     */
    static QuantizedWeights of(float[] weights, OutputChannels channels, float[] bias, float input) {
        float[] scales = LargestPairs.of(weights, channels, bias.length);
        for (int channel = 0; channel < scales.length; channel++) {
            float least = Math.max(Math.abs(bias[channel]) / input / MOST_BIAS, Float.MIN_NORMAL);
            scales[channel] /= LAST_PAIR;
            scales[channel] = scales[channel] == 0 && bias[channel] == 0 ? 1 : Math.max(scales[channel], least);
        }
        byte[] codes = new byte[weights.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) Math.rint(weights[i] / scales[channels.at(i)]);
        }
        return new QuantizedWeights(codes, scales);
    }

    /** -127..127, in the order of the weights. */
    byte[] codes() {
        return codes.clone();
    }

    /** One a channel. */
    float[] scales() {
        return scales.clone();
    }

    /** What one step of the layer's sums is worth, one a channel. */
    float[] stepScales(float input) {
        float[] steps = new float[scales.length];
        for (int channel = 0; channel < steps.length; channel++) {
            steps[channel] = input * scales[channel];
        }
        return steps;
    }

    /** The bias in steps of the layer's sums. */
    static int[] bias(float[] bias, float[] stepScales) {
        int[] codes = new int[bias.length];
        for (int channel = 0; channel < codes.length; channel++) {
            codes[channel] = (int) Math.rint((double) bias[channel] / stepScales[channel]);
        }
        return codes;
    }
}
